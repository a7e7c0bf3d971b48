import { differences, readPlans, type ReadPlans } from '..';
import { handPlan } from '../../testing/hand-plan';

type Plan = Parameters<typeof handPlan>;

const all = (plan: Plan[0], policy: ReadPlans['policy'] = {}, expressions?: Plan[1]) =>
  differences({ ...readPlans([handPlan(plan, expressions)]), policy });

const found = (...given: Parameters<typeof all>): readonly string[] =>
  all(...given).map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);

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
      `medium public-access-opened: Anyone in 10.0.0.0/8 can reach ${eks}: vpc_config.endpoint_public_access is true.`,
    ]);
    const vpc_config = [{ endpoint_public_access: true, public_access_cidrs: ['0.0.0.0/0'] }];
    expect(found({ [eks]: [{ vpc_config: [{ endpoint_public_access: false }] }, { vpc_config }] })).toEqual([
      `high public-access-opened: Anyone on the internet can reach ${eks}: vpc_config.endpoint_public_access is true, vpc_config.public_access_cidrs has 0.0.0.0/0.`,
    ]);
    // The networks of the endpoint say nothing of another argument that lets everyone in.
    const ingress = [{ from_port: 22, to_port: 22, cidr_blocks: ['0.0.0.0/0'] }];
    const narrow = { endpoint_public_access: true, public_access_cidrs: ['10.0.0.0/8'] };
    expect(found({ [eks]: [null, { ingress, vpc_config: [narrow] }] })).toEqual([
      `high public-access-opened: Anyone on the internet can reach ${eks}: vpc_config.endpoint_public_access is true, ingress.cidr_blocks has 0.0.0.0/0.`,
    ]);
    const domain = 'aws_opensearch_domain.a';
    expect(found({ [domain]: [{ vpc_options: [{ subnet_ids: ['a'] }] }, { vpc_options: [] }] })).toEqual([
      `high public-access-opened: Anyone on the internet can reach ${domain}: vpc_options is removed.`,
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

  it('is found where the block on sharing snapshots and images is lifted', () => {
    const block = 'aws_ebs_snapshot_block_public_access.a';
    const lifted = 'high public-access-opened: Nothing keeps this account from sharing with everyone any more:';
    expect(found({ [block]: [{ state: 'block-all-sharing' }, { state: 'unblocked' }] })).toEqual([
      `${lifted} ${block} is unblocked.`,
    ]);
    expect(found({ [block]: [{ state: 'block-all-sharing' }, null] })).toEqual([`${lifted} ${block} is deleted.`]);
    expect(found({ [block]: [null, { state: 'block-all-sharing' }] })).toEqual([]);
  });

  it('is found in JSON', () => {
    const network = (AllowFromPublic: boolean) => ({ policy: JSON.stringify([{ Rules: [], AllowFromPublic }]) });
    const policy = 'aws_opensearchserverless_security_policy.a';
    expect(found({ [policy]: [network(false), network(true)] })).toEqual([
      `high public-access-opened: Anyone on the internet can reach ${policy}: policy.AllowFromPublic is true.`,
    ]);
    expect(found({ [policy]: [network(true), network(false)] })).toEqual([]);
  });

  it('is found by a network that is everyone, where it comes in', () => {
    const group = 'aws_security_group.a';
    const rule = (cidr: string, port: number) => [{ from_port: port, to_port: port, cidr_blocks: [cidr] }];
    expect(found({ [group]: [{ ingress: rule('10.0.0.0/8', 22) }, { ingress: rule('0.0.0.0/0', 22) }] })).toEqual([
      `high public-access-opened: Anyone on the internet can connect to port 22 through ${group}: ingress.cidr_blocks has 0.0.0.0/0.`,
    ]);
    expect(found({ [group]: [null, { ingress: rule('0.0.0.0/0', 443) }] })).toEqual([
      expect.stringContaining('medium public-access-opened'),
    ]);
    expect(found({ [group]: [null, { egress: rule('0.0.0.0/0', 0), ingress: rule('10.0.0.0/8', 22) }] })).toEqual([]);
    expect(found({ 'aws_security_group_rule.a': [null, { type: 'egress', ...rule('0.0.0.0/0', 0)[0] }] })).toEqual([]);
    expect(found({ 'aws_route.a': [null, { destination_cidr_block: '0.0.0.0/0' }] })).toEqual([]);
  });

  const group = 'aws_security_group.a';
  const ingress = (cidr_blocks: readonly string[], from_port = 22, to_port = from_port, protocol = 'tcp') => ({
    ...{ from_port, to_port, protocol, cidr_blocks },
  });
  const through = (plan: readonly object[], before: readonly object[] | null = null) =>
    all({ [group]: [before && { ingress: before }, { ingress: plan }] }).map(({ severity, message }) =>
      [severity, message.replace(` through ${group}`, '')].join(' '),
    );

  it('is found by networks that together are everyone, or more than anyone has', () => {
    expect(through([ingress(['128.0.0.0/1', '0.0.0.0/1'])])).toEqual([
      'high Anyone on the internet can connect to port 22: ingress.cidr_blocks has 128.0.0.0/1 and 0.0.0.0/1.',
    ]);
    expect(through([ingress(['64.0.0.0/7'])])).toEqual([
      'high Anyone in 64.0.0.0/7 can connect to port 22: ingress.cidr_blocks has 64.0.0.0/7.',
    ]);
    expect(through([ingress(['203.0.113.9/0'])])).toHaveLength(1);
    expect(through([ingress(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '203.0.113.0/24'])])).toEqual([]);
    expect(through([ingress(['52.0.0.0/8', '52.1.0.0/16'])])).toEqual([]);
  });

  it('is found by IPv6, in every way to write it', () => {
    for (const ipv6_cidr_blocks of [['::/0'], ['0:0:0:0:0:0:0:0/0'], ['::/1', '8000::/1']])
      expect(through([{ ...ingress([]), ipv6_cidr_blocks }])).toHaveLength(1);
    expect(through([{ ...ingress([]), ipv6_cidr_blocks: ['fd00::/8', '2001:db8::/32'] }])).toEqual([]);
  });

  it('is found where a rule that is public lets in more ports', () => {
    const everyone = ['0.0.0.0/0'];
    const web = ingress(everyone, 443);
    expect(through([ingress(everyone, 0, 65_535)], [web])).toEqual([
      'high Anyone on the internet can connect to all ports: ingress.cidr_blocks has 0.0.0.0/0.',
    ]);
    expect(through([ingress(everyone, 0, 0, '-1')], [web])).toHaveLength(1);
    expect(through([ingress(everyone, 53, 53, 'udp')], [ingress(everyone, 53)])).toEqual([
      'high Anyone on the internet can connect to port 53 of UDP: ingress.cidr_blocks has 0.0.0.0/0.',
    ]);
    expect(through([ingress(everyone, -1, -1, 'icmp')], [web])).toEqual([
      'medium Anyone on the internet can connect to ICMP: ingress.cidr_blocks has 0.0.0.0/0.',
    ]);
    expect(through([ingress(everyone, 443, 443, '6')])).toEqual([
      'medium Anyone on the internet can connect to port 443 of 6: ingress.cidr_blocks has 0.0.0.0/0.',
    ]);
    expect(through([ingress(everyone, 443, 443, 'udp')])).toEqual([expect.stringMatching(/^high .* port 443 of UDP/)]);
    expect(through([ingress(everyone, 80, 443)])).toEqual([expect.stringMatching(/^high .* ports 80 to 443/)]);
    expect(through([ingress(everyone, 1000, 1010)], [ingress(everyone, 1000, 2000)])).toEqual([]);
    expect(through([ingress(everyone, 1, 20)], [ingress(everyone, 11, 20), ingress(everyone, 1, 10)])).toEqual([]);
    expect(through([ingress(['10.0.0.0/8'], 23), web], [web, ingress(['10.0.0.0/8'], 22)])).toEqual([]);
  });

  it('says what the plan does not show', () => {
    const rule = 'aws_vpc_security_group_ingress_rule.a';
    const values = { from_port: 22, to_port: 22, ip_protocol: 'tcp' };
    const unseen = (...references: string[]) =>
      found({ [rule]: [null, values, { cidr_ipv4: true }] }, {}, { [rule]: { cidr_ipv4: references } });
    expect(unseen('data.http.office.response_body', 'data.http.office')).toEqual([
      `medium public-access-opened: The plan does not show who can connect through ${rule}: cidr_ipv4 is known only after the apply.`,
    ]);
    const made = { [rule]: [null, values, { cidr_ipv4: true }], 'aws_eip.a': [null, {}, { public_ip: true }] } as const;
    expect(found(made, {}, { [rule]: { cidr_ipv4: ['aws_eip.a.public_ip', 'aws_eip.a'] } })).toEqual([]);
    expect(found({ [rule]: [null, values, { cidr_ipv4: true }] })).toEqual([]);
  });
});

describe('a principal of a type without verdicts', () => {
  const share = (...principals: string[]) => ({ arn, principals });

  it('is found where it is of another account', () => {
    const change = {
      'aws_acme_share.a': [share(), share('444455556666', 'arn:aws:iam::111122223333:role/own')],
    } as const;
    expect(found(change)).toEqual([
      'high principal-added: aws_acme_share.a lets in account 444455556666 (principals).',
    ]);
    expect(found(change, { trusted: { accounts: ['444455556666'], organizations: [], issuers: [] } })).toEqual([]);
  });

  it('is everyone, or an organization', () => {
    expect(found({ 'aws_ami_launch_permission.a': [null, { image_id: 'ami-1', group: 'all' }] })).toEqual([
      'critical principal-added: aws_ami_launch_permission.a lets in every AWS account (group).',
    ]);
    expect(found({ 'aws_db_snapshot.a': [{ shared_accounts: [] }, { shared_accounts: ['all'] }] })).toEqual([
      'critical principal-added: aws_db_snapshot.a lets in every AWS account (shared_accounts).',
    ]);
    const service = 'aws_vpc_endpoint_service.a';
    expect(found({ [service]: [{ allowed_principals: [] }, { allowed_principals: ['*'] }] })).toEqual([
      `high principal-added: ${service} lets in every AWS account (allowed_principals).`,
    ]);
    const organization = {
      'aws_ami_launch_permission.a': [
        null,
        { organization_arn: 'arn:aws:organizations::999999999999:organization/o-abcdefghij' },
      ],
    } as const;
    expect(found(organization)).toEqual([
      'high principal-added: aws_ami_launch_permission.a lets in organization o-abcdefghij (organization_arn).',
    ]);
    expect(found(organization, { trusted: { accounts: [], organizations: ['o-abcdefghij'], issuers: [] } })).toEqual(
      [],
    );
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
      `critical policy-of-unreviewed-type: rules.policy of ${type} lets anyone do x:Read on *.`,
    ]);
    expect(found(change(allow(own), allow({ AWS: '444455556666' })))).toEqual([
      `high policy-of-unreviewed-type: rules.policy of ${type} lets account 444455556666 do x:Read on *.`,
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
      `high policy-of-unreviewed-type: rules.policy of ${type} allows everything in this AWS account.`,
    ]);
    expect(found(change(rights('*'), rights('s3:GetObject')))).toEqual([]);
  });

  it('is a finding where the plan does not show it', () => {
    const thing = 'aws_iot_policy.a';
    const unseen = (references: string[]) =>
      found({ [thing]: [null, { name: 'a' }, { policy: true }] }, {}, { [thing]: { policy: references } });
    expect(unseen(['data.http.policy.response_body', 'data.http.policy'])).toEqual([
      `medium policy-of-unreviewed-type: The plan does not show what policy of ${thing} allows: it is known only after the apply.`,
    ]);
    expect(unseen([])).toHaveLength(1);
  });
});
