import type { Trusted } from '../trusted';
import type { Verdicts } from '../verdicts/verdicts';
import type { AnyRule, Family, Rule } from './rule';
import { matches, type Suppression } from './suppress';

/** What a team adds to Gatehouse's rules; `libs/rules` exports it. */
export interface TeamRules {
  readonly rules: readonly AnyRule[];
  readonly suppressions: readonly TeamSuppression[];
  /** Whom the team trusts beside its own accounts. @default - nobody */
  readonly trusted?: Partial<Trusted>;
  /** Verdicts on the team's own types, or other ones than Gatehouse's. @default - none */
  readonly verdicts?: Verdicts;
}

/** A suppression for every environment; it names a place. */
export type TeamSuppression = Suppression &
  ({ readonly address: string | RegExp } | { readonly stack: string | RegExp });

/** The rules to evaluate, by family. */
export type RuleSet = { readonly [F in Family]: readonly Rule<F>[] } & {
  readonly all: readonly AnyRule[];
  readonly suppressions: readonly TeamSuppression[];
};

/** Two rules have one id, so that a suppression of the one would hide the other. */
export class RuleCollisionError extends Error {
  constructor(id: string) {
    super(`libs/rules: rule "${id}": expected an id of its own, found a rule of Gatehouse. Rename the rule.`);
    this.name = 'RuleCollisionError';
    this.stack = this.message;
  }
}

/**
 * Gatehouse's rules, or some of them, with those of a team.
 *
 * @throws RuleCollisionError
 */
export function ruleSet(
  ours: readonly AnyRule[],
  { rules, suppressions }: TeamRules = { rules: [], suppressions: [] },
): RuleSet {
  const ids = new Set(ours.map(({ id }) => id));
  for (const { id } of rules) {
    if (ids.has(id)) throw new RuleCollisionError(id);
    ids.add(id);
  }
  const all = [...ours, ...rules];
  const of = <F extends Family>(family: F) => all.filter((rule): rule is AnyRule & Rule<F> => rule.family === family);
  return {
    posture: of('posture'),
    refusal: of('refusal'),
    difference: of('difference'),
    environment: of('environment'),
    all,
    suppressions,
  };
}

/** The suppressions of a team that are about these stacks. */
export const suppressionsOf = ({ suppressions }: RuleSet, stacks: readonly string[]): readonly TeamSuppression[] =>
  suppressions.filter(({ stack }) => stack === undefined || stacks.some((name) => matches(stack, name)));
