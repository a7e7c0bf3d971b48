import { type Policies } from '@gatehouse/policy';
import { policiesOfCaller } from '../emulator/caller-policies';
import { type Ask, type KnownResource, type Question } from './question';

/** The policies that hold for one of the asks of a request. */
export function policiesOf({ caller }: Question, ask: Ask, resource: KnownResource | undefined): Policies {
  return {
    ...policiesOfCaller(caller),
    ...(resource &&
      resource.policy !== null &&
      hasPolicy(ask) && { resource: { name: `the policy of ${resource.arn}`, document: resource.policy } }),
  };
}

/** A role's policy says who may assume it; for what IAM does to the role it says nothing. */
const hasPolicy = ({ action }: Ask): boolean => !action.startsWith('iam:');

/** What the emulator knows of the resource: an object's is its bucket, an index's its table. */
export const resourceNamed = ({ resources }: Pick<Question, 'resources'>, arn: string): KnownResource | undefined =>
  resources?.find((each) => each.arn === arn) ??
  resources?.find((each) => arn.startsWith(`${each.arn}/`) || arn.startsWith(`${each.arn}:`));

/** The resource that a parameter names, by its ARN or otherwise. */
export const resourceCalled = ({ resources }: Pick<Question, 'resources'>, name: unknown): KnownResource | undefined =>
  resources?.find((each) => each.arn === name) ?? resources?.find(({ names }) => names.includes(name as string));
