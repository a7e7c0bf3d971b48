export { allRules, ourRules, ruleInfos } from './all-rules';
export { evaluate, type Evaluation, type Subject } from './evaluate';
export { evaluateRules, findingsOf, ruleFailed } from './evaluate-rules';
export { bySeverity, isAsSevere, SEVERITIES, type Finding, type Severity } from './finding';
export * from './rule';
export {
  RuleCollisionError,
  ruleSet,
  suppressionsOf,
  type RuleSet,
  type TeamRules,
  type TeamSuppression,
} from './rule-set';
export { suppress, suppressionFor, type Suppressed, type Suppression } from './suppress';
export { suppressionMistakes } from './suppression-mistakes';
export { tierLimit } from './tier-limit';
export type { Tier } from './tiers';
