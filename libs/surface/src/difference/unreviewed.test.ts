import { differences, readPlans, type ReadPlans } from '..';
import { handPlan } from '../../testing/hand-plan';

const found = (plan: Parameters<typeof handPlan>[0], policy: ReadPlans['policy'] = {}): readonly string[] =>
  differences({ ...readPlans([handPlan(plan)]), policy }).map(
    ({ severity, rule, message }) => `${severity} ${rule}: ${message}`,
  );

const DB = 'aws_db_instance.shop';
const arn = 'arn:aws:rds:eu-west-1:111122223333:db:shop';
const allow = (Principal: unknown, more = {}) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal, Action: 'x:Read', Resource: '*', ...more }],
  });

describe('public access of a type without verdicts', () => {
  it('is found by the name of the argument', () => {
    expect(found({ [DB]: [{ publicly_accessible: false }, { publicly_accessible: true }] })).toEqual([
      `high public-access-opened: Anyone on the internet can reach ${DB}: publicly_accessible is true.`,
    ]);
    expect(found({ [DB]: [{ publicly_accessible: true }, { publicly_accessible: false }] })).toEqual([]);
    const eks = 'aws_eks_cluster.a';
    expect(
      found({ [eks]: [null, { vpc_config: [{ endpoint_public_access: true, public_access_cidrs: ['10.0.0.0/8'] }] }] }),
    ).toEqual([
      `high public-access-opened: Anyone on the internet can reach ${eks}: vpc_config.endpoint_public_access is true.`,
    ]);
  });

  it('is found where what blocked it is off, or a value says public', () => {
    const block = 'aws_emr_block_public_access_configuration.a';
    expect(
      found({ [block]: [{ block_public_security_group_rules: true }, { block_public_security_group_rules: false }] }),
    ).toHaveLength(1);
    expect(found({ 'acme_repository.a': [{ visibility: 'private' }, { visibility: 'public' }] })).toHaveLength(1);
    expect(found({ 'acme_repository.a': [{ visibility: 'public' }, { visibility: 'private' }] })).toEqual([]);
    expect(found({ 'acme_repository.a': [null, { name: 'public' }] })).toEqual([]);
  });

  it('is found by a network that is everyone, where it comes in', () => {
    const group = 'aws_security_group.a';
    const rule = (cidr: string, port: number) => [{ from_port: port, to_port: port, cidr_blocks: [cidr] }];
    expect(found({ [group]: [{ ingress: rule('10.0.0.0/8', 22) }, { ingress: rule('0.0.0.0/0', 22) }] })).toEqual([
      `high public-access-opened: Anyone on the internet can connect to what has ${group}: ingress.cidr_blocks has 0.0.0.0/0.`,
    ]);
    expect(found({ [group]: [null, { ingress: rule('0.0.0.0/0', 443) }] })).toEqual([
      expect.stringContaining('medium public-access-opened'),
    ]);
    expect(found({ [group]: [null, { egress: rule('0.0.0.0/0', 0), ingress: rule('10.0.0.0/8', 22) }] })).toEqual([]);
    expect(found({ 'aws_security_group_rule.a': [null, { type: 'egress', ...rule('0.0.0.0/0', 0)[0] }] })).toEqual([]);
    expect(found({ 'aws_route.a': [null, { destination_cidr_block: '0.0.0.0/0' }] })).toEqual([]);
  });
});

describe('a principal of a type without verdicts', () => {
  const share = (...principals: string[]) => ({ arn, principals });

  it('is found where it is of another account', () => {
    const change = {
      'aws_acme_share.a': [share(), share('444455556666', 'arn:aws:iam::111122223333:role/own')],
    } as const;
    expect(found(change)).toEqual([
      'high principal-added: Account 444455556666 can use aws_acme_share.a, or what it is for: principals.',
    ]);
    expect(found(change, { trusted: { accounts: ['444455556666'], organizations: [], issuers: [] } })).toEqual([]);
  });

  it('may be the own account where the plan does not say which that is', () => {
    expect(found({ 'aws_acme_share.a': [null, { principals: ['444455556666'] }] })).toEqual([
      expect.stringContaining('medium principal-added'),
    ]);
  });

  it('is nothing that was there before, or is taken away', () => {
    expect(found({ 'aws_acme_share.a': [share('444455556666', '777788889999'), share('444455556666')] })).toEqual([]);
  });
});

describe('a policy in a type without verdicts', () => {
  const type = 'aws_acme_thing.a';
  const change = (before: string | null, after: string): Parameters<typeof handPlan>[0] => ({
    [type]: [before === null ? null : { arn, rules: [{ policy: before }] }, { arn, rules: [{ policy: after }] }],
  });
  const own = { AWS: 'arn:aws:iam::111122223333:role/own' };

  it('is evaluated wherever it is', () => {
    expect(found(change(null, allow('*')))).toEqual([
      `critical policy-of-unreviewed-type: Anyone can do x:Read by the policy in rules.policy of ${type}.`,
    ]);
    expect(found(change(allow(own), allow({ AWS: '444455556666' })))).toEqual([
      `high policy-of-unreviewed-type: Account 444455556666 can do x:Read by the policy in rules.policy of ${type}.`,
    ]);
  });

  it('is nothing where it is narrower, the same, or for the own account', () => {
    expect(found(change(allow('*'), allow(own)))).toEqual([]);
    expect(found(change(null, allow(own)))).toEqual([]);
    expect(found(change(allow('*'), allow('*', { Sid: 'Same' })))).toEqual([]);
  });

  it('is judged by what it allows where it names nobody', () => {
    const rights = (Action: string) => JSON.stringify({ Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });
    expect(found(change(null, rights('*')))).toEqual([
      expect.stringContaining('high policy-of-unreviewed-type: Who has the policy'),
    ]);
    expect(found(change(rights('*'), rights('s3:GetObject')))).toEqual([]);
  });
});
