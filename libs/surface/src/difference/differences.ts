import { evaluateRules } from '../findings/evaluate-rules';
import type { Finding } from '../findings/finding';
import type { Rule } from '../findings/rule';
import type { ReadPlans } from '../read-plans';
import { compare } from './comparison';
import { differenceRules } from './difference-rules';

/** What plans change about people's access, the worst first, then by address. Pure. */
export const differences = (read: ReadPlans, rules: readonly Rule<'difference'>[] = differenceRules): Finding[] =>
  evaluateRules(rules, compare(read));
