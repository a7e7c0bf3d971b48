/** Names of resources of a kind that have nothing in common but what all of the kind have. */
const NAMES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'cognito-identity': [['identitypool/eu-west-1:0a', 'identitypool/us-east-2:9z']],
  'cognito-idp': [['userpool/eu-west-1_a0', 'userpool/us-east-2_Z9']],
  dynamodb: [['table/abc', 'table/Z_9.x']],
  iam: [
    ['role/a', 'role/path/Z-9'],
    ['user/a', 'user/path/Z-9'],
    ['policy/a', 'policy/path/Z-9'],
  ],
  kms: [['key/00000000-0000-0000-0000-000000000000', 'key/ffffffff-ffff-ffff-ffff-ffffffffffff', 'key/mrk-a1']],
  lambda: [['function:a', 'function:Z_9-x']],
  s3: [
    ['abc', '9zz.x-0'],
    ['abc/k', '9zz.x-0/Q/1'],
  ],
  secretsmanager: [['secret:a-AbCdEf', 'secret:Z/9_x-012345']],
  sns: [['a', 'Z_9-x.fifo']],
  sqs: [['a', 'Z_9-x.fifo']],
  ssm: [['parameter/a', 'parameter/Z/9_x']],
  states: [['stateMachine:a', 'stateMachine:Z_9-x']],
};

/**
 * Whether the ARN names all resources of a kind, however it is written: `arn:aws:s3:::?*`, `arn:aws:dynamodb:*:*:t*`,
 * `arn:aws:secretsmanager:*:*:secret:*-??????`.
 */
export function isEveryOfKind(arn: string): boolean {
  const [, , service = '', , , ...rest] = arn.split(':');
  const pattern = rest.join(':');
  if (!/[*?]/.test(pattern)) return false;
  const kinds = /[*?]/.test(service) ? Object.values(NAMES).flat() : (NAMES[service] ?? []);
  const text = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '*');
  const written = new RegExp(`^${text.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's');
  return kinds.some((names) => names.every((name) => written.test(name)));
}
