import type { Policy, PolicyStatement, Unknown } from '../model';
import { isUnknown } from '../model/value';

/** The statements of a policy that are known to allow something. */
export const allowing = (policy: Policy<Unknown>): readonly PolicyStatement<Unknown>[] =>
  isUnknown(policy) ? [] : policy.filter(({ effect }) => effect === 'Allow');
