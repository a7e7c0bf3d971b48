import { secret, unknown } from '../model/value';
import { isSameValue } from './same-value';

describe('two values are one', () => {
  const named = (...references: string[]) => ({ Statement: [{ Resource: unknown(references) }] });

  it('where they are the same text, or say the same', () => {
    expect(isSameValue('a', 'a')).toBe(true);
    expect(isSameValue('a', 'b')).toBe(false);
    expect(isSameValue({ a: ['b'] }, { a: ['b'] })).toBe(true);
    expect(isSameValue({ a: ['b'] }, { a: ['c'] })).toBe(false);
    expect(isSameValue('a', { a: 'a' })).toBe(false);
    expect(isSameValue({ a: 'a' }, 'a')).toBe(false);
  });

  it('where what is not known in them is made from the same', () => {
    expect(isSameValue(named('aws_s3_bucket.a.arn'), named('aws_s3_bucket.a.arn'))).toBe(true);
    expect(isSameValue(named('aws_s3_bucket.a.arn'), named('aws_s3_bucket.b.arn'))).toBe(false);
  });

  it('nowhere else: a secret, or what nothing is said of, may be anything', () => {
    expect(isSameValue({ a: secret() }, { a: secret() })).toBe(false);
    expect(isSameValue({ a: unknown() }, { a: unknown() })).toBe(false);
    const whole = unknown(['aws_s3_bucket.a.arn']);
    expect(isSameValue(whole, whole)).toBe(false);
    expect(isSameValue(whole, 'a')).toBe(false);
    expect(isSameValue('a', whole)).toBe(false);
  });
});
