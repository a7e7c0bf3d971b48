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
export type { Severity } from './findings/finding';
export { isUnknown } from './model/value';
export { nameOf, knownItems } from './posture/known';
export { violations } from './posture/violations';
export { both } from './difference/pairs';
