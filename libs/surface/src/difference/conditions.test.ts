import { implies } from './conditions';
import { unknown } from '../model/value';

const condition = (operator: string, ...values: readonly string[]) => ({ operator, key: 'aws:SourceIp', values });

describe('a condition of a policy', () => {
  it.each([
    ['fewer values', condition('StringEquals', 'a'), condition('StringEquals', 'b', 'a')],
    ['fewer networks', condition('IpAddress', '192.0.2.0/24'), condition('IpAddress', '198.51.100.7', '192.0.2.0/24')],
    ['a part of a network', condition('IpAddress', '192.0.2.128/25'), condition('IpAddress', '192.0.2.0/24')],
    ['an address of a network', condition('IpAddress', '192.0.2.9'), condition('IpAddress', '0.0.0.0/0')],
    ['what a pattern matches', condition('ArnLike', 'arn:aws:iam::1:role/a'), condition('ArnLike', 'arn:aws:iam::1:*')],
    ['more that is excluded', condition('NotIpAddress', '192.0.2.0/24'), condition('NotIpAddress', '192.0.2.9/32')],
    ['more names excluded', condition('StringNotEquals', 'a', 'b'), condition('StringNotEquals', 'a')],
  ])('of %s lets nothing new in, and not the other way round', (_, narrow, wide) => {
    expect([implies(narrow, wide), implies(wide, narrow)]).toEqual([true, false]);
  });

  it('is the same in another order, and with the key in other letters', () => {
    const other = { ...condition('IpAddress', 'b', 'a'), key: 'AWS:sourceip' };
    expect(implies(condition('IpAddress', 'a', 'b'), other)).toBe(true);
  });

  it.each([
    ['another operator', condition('StringEquals', 'a'), condition('StringLike', 'a')],
    ['another key', condition('StringEquals', 'a'), { ...condition('StringEquals', 'a'), key: 'aws:SourceVpce' }],
    ['a value that is not known', condition('StringEquals', 'a'), { ...condition('StringEquals'), values: unknown() }],
    ['other addresses of IPv6', condition('IpAddress', '2001:db8::/32'), condition('IpAddress', '2001:db8::/31')],
  ])('is another one with %s', (_, one, other) => {
    expect([implies(one, other), implies(other, one)]).toEqual([false, false]);
  });

  it('is itself while it is not known', () => {
    const later = {
      ...condition('StringEquals'),
      values: unknown(['aws_vpc_endpoint.a.id']),
    };
    expect(implies(later, later)).toBe(true);
  });
});
