import { found, type HandChange } from './hand-plan';

/** The account of the plan, and another one. */
export const OWN = '111122223333';
export const OTHER = '999999999999';

export const document = (...Statement: object[]): string => JSON.stringify({ Version: '2012-10-17', Statement });

export const allow = (Principal: unknown, Action: string | string[], more: object = {}): object => ({
  ...{ Effect: 'Allow', Principal, Action, Resource: '*' },
  ...more,
});

export const root = (account: string) => ({ AWS: `arn:aws:iam::${account}:root` });

/** What makes the account of the plan known, and changes nothing. */
export const account: Record<string, HandChange> = {
  'aws_sns_topic.known': [
    { arn: `arn:aws:sns:eu-west-1:${OWN}:known`, display_name: 'a' },
    { arn: `arn:aws:sns:eu-west-1:${OWN}:known`, display_name: 'b' },
  ],
};

/** Severities of what is found in one object whose policy changes. */
export const ofPolicy = (
  address: string,
  before: object | null,
  after: object | null,
  more: Record<string, HandChange> = {},
): (string | undefined)[] =>
  found({ ...account, ...more, [address]: [before && { ...before }, after && { ...after }] })
    .filter((each) => /resource-policy-widened|function-exposed|state-at-risk/.test(each))
    .map((each) => each.split(' ')[0]);
