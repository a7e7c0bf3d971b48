import { type Gain, type PolicyChange, type ResourceType, widening, type Widening } from '../src/index';

export const account = '111122223333';

export const allow = (Action: unknown, Resource: unknown = '*', rest: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...rest,
});

export const deny = (Action: unknown, Resource: unknown = '*', rest: object = {}) => ({
  ...allow(Action, Resource, rest),
  Effect: 'Deny',
});

export const doc = (...Statement: readonly unknown[]) => ({ Version: '2012-10-17', Statement });

const named = (documents: readonly unknown[]) => documents.map((document, at) => ({ name: `policy ${at}`, document }));

/** What a role gains whose attached policies change. */
export const ofRole = (before: readonly unknown[] | undefined, after: readonly unknown[] | undefined): Widening =>
  widening({
    kind: 'identity',
    name: 'role app',
    arn: `arn:aws:iam::${account}:role/app`,
    account,
    before: before && { policies: named(before) },
    after: after && { policies: named(after) },
  });

/** What a role gains by managed policies. */
export const ofManaged = (before: readonly string[], after: readonly string[]): Widening => {
  const attached = (arns: readonly string[]) => ({ policies: arns.map((managed) => ({ managed })) });
  const arn = `arn:aws:iam::${account}:role/app`;
  return widening({
    kind: 'identity',
    name: 'role app',
    arn,
    account,
    before: attached(before),
    after: attached(after),
  });
};

/** What the policy of a resource gives. */
export const ofResource = (type: ResourceType, before: unknown, after: unknown, rest: object = {}): Widening => {
  const policy = (document: unknown) =>
    document === undefined || document === 'none' ? document : { name: 'resource policy', document };
  const sides = { before: policy(before), after: policy(after) };
  return widening({ kind: 'resource', type, name: 'it', account, ...sides, ...rest } as PolicyChange);
};

/** Who gains what on what, for comparison. */
export const summary = ({ gains }: Widening) =>
  gains.map(({ actions, certainty, resources, who }: Gain) => ({
    who: who.map((each) => ('account' in each && each.type === 'account' ? each.account : each.type)),
    actions,
    resources,
    certainty,
  }));
