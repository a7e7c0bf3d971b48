import { allow, document, OTHER, ofPolicy, root, OWN } from '../../testing/resource-policy';

const endpoint = (...statements: object[]) => ({ vpc_endpoint_id: 'vpce-1', policy: document(...statements) });
const ofOwn = { Condition: { StringEquals: { 'aws:PrincipalAccount': OWN } } };
const widened = (statement: object) =>
  ofPolicy(
    'aws_vpc_endpoint_policy.s3',
    endpoint(allow(root(OWN), 's3:GetObject')),
    endpoint(allow(root(OWN), 's3:GetObject'), statement),
  );

it.each([
  ['an action more to its own account', allow(root(OWN), 's3:PutObject'), []],
  ['everything to whom its own account names', allow('*', '*', ofOwn), ['medium']],
  ['an action to whom its own account names', allow('*', 's3:PutObject', ofOwn), []],
  ['an action to another account', allow(root(OTHER), 's3:PutObject'), ['medium']],
  ['an action to everyone', allow('*', 's3:PutObject'), ['medium']],
])('the policy of an endpoint lets %s through', (_, statement, severities) => {
  expect(widened(statement)).toEqual(severities);
});
