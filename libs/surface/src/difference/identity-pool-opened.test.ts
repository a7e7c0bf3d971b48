import { found, type HandChange } from '../../testing/hand-plan';

const POOL = 'aws_cognito_identity_pool.p';
const ATTACHMENT = 'aws_cognito_identity_pool_roles_attachment.p';
const ARN = 'arn:aws:iam::123456789012:role/people';
const provider = (pool: string) => `cognito-idp.eu-west-1.amazonaws.com/eu-west-1_${pool}`;
const client = (pool: string, id: string) => ({
  ...{ provider_name: provider(pool), client_id: id, server_side_token_check: false },
});
const identityPool = (...clients: object[]) => ({
  ...{ id: 'p', identity_pool_name: 'p', allow_unauthenticated_identities: false },
  cognito_identity_providers: clients,
});
const stays = (values: object): HandChange => [values as HandChange[0], values as HandChange[1]];
const document = JSON.stringify({
  ...{ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*' }] },
});
const trust = JSON.stringify({ Version: '2012-10-17', Statement: [] });
const attachment = (more: object) => ({ [ATTACHMENT]: stays({ identity_pool_id: 'p', roles: {}, ...more }) });
const given = attachment({ roles: { authenticated: ARN } });
const people = (more: object = {}) => ({
  ...given,
  'aws_iam_role.people': stays({
    name: 'people',
    arn: ARN,
    assume_role_policy: trust,
    managed_policy_arns: [],
    ...more,
  }),
});
/** The pool of the plan that the new client is of. */
const ours = {
  'aws_cognito_user_pool.u': stays({ id: 'eu-west-1_b', name: 'u', endpoint: provider('b') }),
  'aws_cognito_user_pool_client.c': stays({ id: '2', name: 'c', user_pool_id: 'eu-west-1_b' }),
};
const severities = (added: object, more: Readonly<Record<string, HandChange>>) =>
  found({ ...more, [POOL]: [identityPool(client('a', '1')), identityPool(client('a', '1'), added)] }).map((each) => {
    expect(each).toMatch(new RegExp(` identity-pool-opened ${POOL}$`));
    return each.split(' ')[0];
  });

describe('a client more of an identity pool weighs what its users get', () => {
  const rules = {
    role_mapping: [{ identity_provider: `${provider('b')}:2`, ambiguous_role_resolution: 'Deny', type: 'Token' }],
  };
  it.each<readonly [string, Readonly<Record<string, HandChange>>, string, string]>([
    ['no role', {}, 'medium', 'medium'],
    ['no role in an attachment', attachment({}), 'medium', 'medium'],
    ['the role that their token names', attachment(rules), 'critical', 'high'],
    ['a role that the plan does not have', given, 'critical', 'high'],
    ['a role without rights', people(), 'high', 'high'],
    [
      'a role with a managed policy',
      people({ managed_policy_arns: ['arn:aws:iam::aws:policy/a'] }),
      'critical',
      'high',
    ],
    [
      'a role with a policy of its own',
      people({ inline_policy: [{ name: 'own', policy: document }] }),
      'critical',
      'high',
    ],
  ])('%s', (_, plan, ofAnotherPool, ofOurs) => {
    expect(severities(client('b', '2'), plan)).toEqual([ofAnotherPool]);
    expect(severities(client('b', '2'), { ...plan, ...ours })).toEqual([ofOurs]);
    expect(severities(client('a', '2'), plan)).toEqual(['medium']);
  });
});
