import { Lazy } from 'cdktf';
import { withoutStackTraces } from './without-stack-traces';

const creationStack = () => Lazy.anyValue({ produce: () => 1 }).creationStack;

describe('without stack traces', () => {
  it('tokens know nothing of where they were made', () => {
    expect(withoutStackTraces(creationStack)).toEqual([]);
    expect(creationStack()).not.toEqual([]);
  });

  it('errors keep their stacks', () => {
    const error = withoutStackTraces(() => new Error('x'));

    expect(error.stack).toContain('without-stack-traces.test');
  });

  it('hands back the result, and switches traces on again when an error passes', () => {
    const before = Error.captureStackTrace;

    expect(withoutStackTraces(() => 'result')).toBe('result');
    expect(() =>
      withoutStackTraces(() => {
        throw new Error('boom');
      }),
    ).toThrow('boom');
    expect(Error.captureStackTrace).toBe(before);
  });
});
