import { type Decision, evaluate, type Policies, type Principal, type PolicyRequest } from '../src/index';

export const account = '111122223333';
export const page = (name: string): string => `https://docs.aws.amazon.com/IAM/latest/UserGuide/${name}.html`;

export const user = (name: string, of = account): Principal => ({
  type: 'user',
  arn: `arn:aws:iam::${of}:user/${name}`,
});

export const session = (role: string, name = 'now', of = account): Principal => ({
  type: 'session',
  arn: `arn:aws:sts::${of}:assumed-role/${role}/${name}`,
  roleArn: `arn:aws:iam::${of}:role/${role}`,
});

export const policy = (statement: unknown, name = 'policy') => ({
  name,
  document: { Version: '2012-10-17', Statement: statement },
});

export const allowing = (Action: unknown, Resource: unknown = '*', rest: object = {}) =>
  policy({ Effect: 'Allow', Action, Resource, ...rest });

/** The decision about one action, of a user of the account unless something else is said. */
export const decide = (
  action: string,
  resource: string,
  policies: Policies,
  rest: Partial<PolicyRequest> = {},
): Decision => evaluate({ principal: user('ann'), action, resource, ...rest }, policies);

export const verdict = (...asked: Parameters<typeof decide>): Decision['verdict'] => decide(...asked).verdict;

/** Whether a condition holds: an allowance that it stands on. */
export const matches = (Condition: object, context: PolicyRequest['context']): boolean =>
  verdict('x:Do', '*', { identity: [allowing('x:Do', '*', { Condition })] }, { context }) === 'allowed';
