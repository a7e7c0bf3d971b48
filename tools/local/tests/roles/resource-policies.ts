import { shared, type Kind } from './shared-resources';
import { expectAllowed, expectDenied, grant, nothing, type RoleRow, urlOf } from './row';
import { account, byLambda, type RoleSettings, type Statement, type World } from './world';

const logic = 'reference_policies_evaluation-logic_policy-eval-denyallow';
const denied = 'with an explicit deny in a resource-based policy';

/** The statements of the resource's policy; `role` is the caller. */
type Policy = (role: string, resource: string) => Statement[];

interface Case {
  readonly kind: Kind;
  readonly policy: Policy;
  readonly role?: RoleSettings;
  /** What the refusal says. @default - it is allowed */
  readonly because?: string;
}

const row = (name: string, page: string, { because, kind, policy, role = {} }: Case): RoleRow => ({
  name,
  source: urlOf(page),
  prove: async (world: World) => {
    const caller = await world.role(role);
    const resource = await shared[kind](world, `shared-${caller.name}`);
    await resource.setPolicy(policy(caller.arn, resource.arn));
    const answer = await world.send(resource.use, caller);
    if (because === undefined) expectAllowed(answer);
    else expectDenied(answer, because);
  },
});

const to = (Principal: unknown, more: object = {}): Statement => ({ Effect: 'Allow', Principal, ...more });
const other = { AWS: `arn:aws:iam::${account}:root` };
const all = { Action: '*', Resource: '*' };
const onBucket: Policy = (role, arn) => [to({ AWS: role }, { Action: 's3:*', Resource: [arn, `${arn}/*`] })];
const named: Policy = (role, Resource) => [to({ AWS: role }, { Action: '*', Resource })];
const session = (role: string): string => `${role.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/test`;

/** Policies of resources. */
export const resourcePolicies: RoleRow[] = [
  row('A bucket policy that names the role allows by itself', logic, { kind: 'bucket', policy: onBucket }),
  row('A bucket policy that names another role does not', logic, {
    kind: 'bucket',
    policy: (role, arn) => onBucket(`${role.replace(/role-\d+$/, 'lambda-other')}`, arn),
    because: nothing,
  }),
  row('A bucket policy that names the account allows nothing by itself', 'reference_policies_elements_principal', {
    kind: 'bucket',
    policy: (_role, arn) => [to(other, { Action: 's3:*', Resource: [arn, `${arn}/*`] })],
    because: nothing,
  }),
  row('A grant to everyone with aws:PrincipalArn allows the role', 'reference_policies_condition-keys', {
    kind: 'bucket',
    policy: (role, arn) => [
      to('*', { Action: 's3:*', Resource: `${arn}/*`, Condition: { ArnEquals: { 'aws:PrincipalArn': role } } }),
    ],
  }),
  row("A bucket policy's deny hits a role that may do all", logic, {
    kind: 'bucket',
    role: { inline: [grant('*')] },
    policy: (_role, arn) => [{ ...to('*', { Action: 's3:*', Resource: `${arn}/*` }), Effect: 'Deny' }],
    because: denied,
  }),
  row('A deny that names another principal does not hit the role', 'reference_policies_elements_principal', {
    kind: 'bucket',
    role: { inline: [grant('*')] },
    policy: (role, arn) => [
      {
        ...to('*', { Action: 's3:*', Resource: `${arn}/*` }),
        Effect: 'Deny',
        Condition: { ArnNotEquals: { 'aws:PrincipalArn': role } },
      },
    ],
  }),
  row('A deny whose condition does not hold denies nothing', logic, {
    kind: 'bucket',
    role: { inline: [grant('*')] },
    policy: (_role, arn) => [
      {
        ...to('*', { Action: 's3:*', Resource: `${arn}/*` }),
        Effect: 'Deny',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  }),
  row('What a policy allows the role is limited by its boundary', 'access_policies_boundaries', {
    kind: 'bucket',
    role: { boundary: [grant('sqs:*')] },
    policy: onBucket,
    because: 'because no permissions boundary allows',
  }),
  row('What a policy allows the session itself is not', 'access_policies_boundaries', {
    kind: 'bucket',
    role: { boundary: [grant('sqs:*')] },
    policy: (role, arn) => onBucket(session(role), arn),
  }),
  row(
    'A queue policy that names the role allows',
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html',
    { kind: 'queue', policy: (role, arn) => [to({ AWS: role }, { Action: 'sqs:SendMessage', Resource: arn })] },
  ),
  row(
    'A topic policy that names the role allows',
    'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html',
    { kind: 'topic', policy: (role, arn) => [to({ AWS: role }, { Action: 'sns:Publish', Resource: arn })] },
  ),
  row(
    'The policy of a secret that names the role allows',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html',
    {
      kind: 'secret',
      policy: (role) => [to({ AWS: role }, { Action: 'secretsmanager:GetSecretValue', Resource: '*' })],
    },
  ),
  row(
    'The policy of a table that names the role allows',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-examples.html',
    { kind: 'table', policy: (role, arn) => [to({ AWS: role }, { Action: 'dynamodb:GetItem', Resource: arn })] },
  ),
  row(
    'The policy of a table denies',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-examples.html',
    {
      kind: 'table',
      role: { inline: [grant('*')] },
      policy: (role, arn) => [{ ...to({ AWS: role }, { Action: 'dynamodb:*', Resource: arn }), Effect: 'Deny' }],
      because: denied,
    },
  ),
  row(
    "A key policy that delegates to the account leaves it to the role's policies",
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
    { kind: 'key', role: { inline: [grant('kms:Encrypt')] }, policy: () => [to(other, all)] },
  ),
  row(
    'Without the account in the key policy the role may do nothing with the key',
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
    {
      kind: 'key',
      role: { inline: [grant('kms:*')] },
      policy: () => [to({ AWS: `arn:aws:iam::${account}:role/admin` }, all)],
      because: 'because no resource-based policy allows the kms:Encrypt action',
    },
  ),
  row(
    'A key policy that names the role allows by itself',
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
    { kind: 'key', policy: named },
  ),
  row(
    'kms:EncryptionContext is the context that is sent',
    'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html',
    {
      kind: 'key',
      policy: (role) => [
        to({ AWS: role }, { ...all, Condition: { StringEquals: { 'kms:EncryptionContext:team': 'bank' } } }),
      ],
      because: 'because no resource-based policy allows',
    },
  ),
  row(
    'A permission of a function that names the role lets it call',
    'https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-cross-account.html',
    { kind: 'function', policy: (role) => [to(role)] },
  ),
  row("Who may assume a role needs the role's trust", 'id_roles_manage-assume', {
    kind: 'role',
    role: { inline: [grant('sts:AssumeRole')] },
    policy: () => [byLambda],
    because: 'because no role trust policy allows the sts:AssumeRole action',
  }),
  row('A trust policy that names the role is enough', 'id_roles_manage-assume', {
    kind: 'role',
    policy: (role) => [to({ AWS: role }, { Action: 'sts:AssumeRole' })],
  }),
];
