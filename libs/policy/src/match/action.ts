import { globMatches } from './glob';
import { tokensOf } from './pattern';

/** Whether an action is what the pattern names. Case does not count, and there are no variables. */
export const actionMatches = (pattern: string, action: string): boolean =>
  globMatches(tokensOf(pattern.toLowerCase(), undefined, true) ?? [], action.toLowerCase());
