import { type Context, evaluate } from '../src/index';

/** Whether statements of a role let it do something in its account, for tests of policies that we write. */
export function isAllowed(
  statements: readonly unknown[],
  action: string,
  resource: string,
  context: Context = {},
): boolean {
  const account = '123456789012';
  const { problems, verdict } = evaluate(
    {
      principal: {
        type: 'session',
        arn: `arn:aws:sts::${account}:assumed-role/role/session`,
        roleArn: `arn:aws:iam::${account}:role/role`,
      },
      action,
      resource,
      resourceAccount: account,
      context,
    },
    {
      identity: [{ name: 'policy', document: { Version: '2012-10-17', Statement: statements } }],
      resource: { name: 'key policy', document: delegation(account) },
    },
  );
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return verdict === 'allowed';
}

/** The default policy of a KMS key: it leaves the key to the account's own policies. Says nothing about anything else. */
const delegation = (account: string) => ({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'kms:*',
    Resource: '*',
  },
});
