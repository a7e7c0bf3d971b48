import { type Rule } from './rule';

/** Whether two rules are of the same actions and resources, as they are written. */
export const isSameStatement = ({ statement: one }: Rule, { statement: other }: Rule): boolean =>
  JSON.stringify([one.actions, one.resources]) === JSON.stringify([other.actions, other.resources]);
