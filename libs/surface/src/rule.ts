// What a rule of a team is written with.
export {
  differenceRule,
  environmentRule,
  postureRule,
  refusalRule,
  type AnyRule,
  type Rule,
  type RuleInfo,
  type Violation,
} from './findings/rule';
export type { TeamRules, TeamSuppression } from './findings/rule-set';
export type { Trusted } from './trusted';
export type { TypeVerdicts, Verdicts } from './verdicts/verdicts';
export type { Severity } from './findings/finding';
export { isUnknown } from './model/value';
export { knownItems } from './model/lists';
export { nameOf } from './model/located';
export { violations } from './findings/violations';
export { both } from './difference/pairs';
