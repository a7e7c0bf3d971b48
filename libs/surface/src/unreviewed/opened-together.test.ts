import { differences, readPlans } from '..';
import { handPlan } from '../../testing/hand-plan';

const all = (...plan: Parameters<typeof handPlan>) => differences(readPlans([handPlan(...plan)]));

const found = (...plan: Parameters<typeof handPlan>): readonly string[] =>
  all(...plan).map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);

describe('the internet let in by rules of one security group', () => {
  const rule = (cidr: string, more: object = {}) => ({
    ...{ security_group_id: 'sg-1', type: 'ingress', from_port: 22, to_port: 22, protocol: 'tcp' },
    cidr_blocks: [cidr],
    ...more,
  });
  const [low, high] = ['aws_security_group_rule.low', 'aws_security_group_rule.high'];
  const halves = (how: string, through: string) =>
    `${how} through ${through}: rules of one security group let in 0.0.0.0/1, 128.0.0.0/1 together.`;
  const anyone = 'high public-access-opened: Anyone on the internet can connect to port 22';

  it('is one finding, though none of them is everyone', () => {
    expect(found({ [low]: [null, rule('0.0.0.0/1')], [high]: [null, rule('128.0.0.0/1')] })).toEqual([
      halves(anyone, `${low}, ${high}`),
    ]);
    const ingress = (cidr: object) => ({
      ...{ security_group_id: 'sg-1', from_port: 443, to_port: 443, ip_protocol: 'tcp', ...cidr },
    });
    const of = 'aws_vpc_security_group_ingress_rule';
    expect(
      all({
        [`${of}.a`]: [null, ingress({ cidr_ipv6: '::/1' })],
        [`${of}.b`]: [null, ingress({ cidr_ipv6: '8000::/1' })],
      }).map(({ severity, subject, of }) => [severity, subject, ...(of ?? [])]),
    ).toEqual([['medium', `${of}.a and 1 more`, '::/1 port 443', '8000::/1 port 443']]);
  });

  it('counts those that are there already', () => {
    const before = { [low]: [rule('0.0.0.0/1'), rule('0.0.0.0/1')] } as const;
    expect(found({ ...before, [high]: [null, rule('128.0.0.0/1')] })).toEqual([halves(anyone, high)]);
    expect(found({ ...before, [high]: [null, rule('203.0.113.0/24')] })).toEqual([]);
    const everyone = { 'aws_security_group_rule.all': [rule('0.0.0.0/0'), rule('0.0.0.0/0')] } as const;
    expect(found({ ...before, ...everyone, [high]: [null, rule('128.0.0.0/1')] })).toEqual([]);
  });

  it('is found where each is small, and together they are more than anyone has', () => {
    const plan = Object.fromEntries(
      [50, 52, 54].map((first) => [`aws_security_group_rule.n${first}`, [null, rule(`${first}.0.0.0/8`)] as const]),
    );
    expect(found(plan)).toEqual([
      'high public-access-opened: Anyone in 50.0.0.0/8, 52.0.0.0/8, 54.0.0.0/8 can connect to port 22 through aws_security_group_rule.n50, aws_security_group_rule.n52, aws_security_group_rule.n54: rules of one security group let in 50.0.0.0/8, 52.0.0.0/8, 54.0.0.0/8 together.',
    ]);
  });

  it('is one for each where they are of other groups or ports, or one opens it alone', () => {
    const apart = (more: object) =>
      found({ [low]: [null, rule('0.0.0.0/1')], [high]: [null, rule('128.0.0.0/1', more)] });
    const each = (half: string, port = 22, at = low) =>
      `high public-access-opened: Anyone in ${half} can connect to port ${port} through ${at}: cidr_blocks has ${half}.`;
    expect([...apart({ security_group_id: 'sg-2' })].sort()).toEqual([
      each('0.0.0.0/1'),
      each('128.0.0.0/1', 22, high),
    ]);
    expect([...apart({ from_port: 23, to_port: 23 })].sort()).toEqual([
      each('0.0.0.0/1'),
      each('128.0.0.0/1', 23, high),
    ]);
    expect(apart({ type: 'egress' })).toEqual([each('0.0.0.0/1')]);
    const office = { [high]: [rule('203.0.113.0/24'), rule('203.0.113.0/24')] } as const;
    expect(found({ [low]: [null, rule('0.0.0.0/1')], ...office })).toEqual([each('0.0.0.0/1')]);
  });
});
