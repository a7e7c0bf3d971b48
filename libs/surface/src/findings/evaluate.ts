import type { EnvironmentSettings } from '../environment/settings';
import type { Surface, Unknown } from '../model';
import { evaluateRules, ruleFailed } from './evaluate-rules';
import { bySeverity, isAsSevere, type Finding, type Severity } from './finding';
import { suppressionsOf, type RuleSet } from './rule-set';
import { suppress, type Suppressed } from './suppress';
import { THRESHOLDS } from './tiers';

/** What rules found, and what was suppressed of it. */
export interface Evaluation extends Omit<Suppressed, 'open'> {
  /** So severe that nothing may be deployed. */
  readonly refused: readonly Finding[];
  readonly tolerated: readonly Finding[];
  readonly threshold: Severity;
}

/** What rules are evaluated on. */
export interface Subject {
  /** All stacks of the environment together. */
  readonly surface: Surface<Unknown>;
  /** Names of those stacks. */
  readonly stacks: readonly string[];
  readonly environment: EnvironmentSettings;
}

/** What is wrong with the stacks and the file of one environment, and whether that is too much for its tier. */
export function evaluate(subject: Subject, rules: RuleSet): Evaluation {
  const { surface, stacks, environment } = subject;
  const { tier, acknowledge } = environment;
  const threshold = THRESHOLDS[tier];
  const findings = [
    ...evaluateRules(rules.posture, surface, tier),
    ...evaluateRules(rules.refusal, surface, tier),
    ...evaluateRules(rules.environment, environment, tier),
  ].sort(bySeverity);
  const suppressions = [...acknowledge, ...suppressionsOf(rules, stacks)];
  const evaluated = [...rules.posture, ...rules.refusal, ...rules.environment, ruleFailed];
  const { open, ...rest } = suppress(findings, suppressions, evaluated);
  const refusals = new Set(rules.refusal.map(({ id }) => id));
  const isRefused = ({ severity, rule }: Finding) => isAsSevere(severity, threshold) || refusals.has(rule);
  return {
    refused: open.filter(isRefused),
    tolerated: open.filter((finding) => !isRefused(finding)),
    ...rest,
    threshold,
  };
}
