import { evaluate, refusingRules, ruleSet, type TeamRules } from '@gatehouse/surface/synth-posture';
import { type App } from 'cdktf';
import { PostureError } from './posture-error';
import { removeWritten, type WrittenEnvironment } from './written-environments';

/** The rules and suppressions that a team has for an environment. */
export type RulesOf = (environment: string) => TeamRules | undefined;

/**
 * Evaluates what was just written, the stacks of an environment together, by the rules of docs/rules.md and the team's.
 * Silent when nothing is too severe for the tier; what is milder, `nx check` prints.
 *
 * Every way to a deployment goes through a synthesis, so none goes past this one. The stacks of an environment that is
 * refused are removed: an older command must not find them and deploy them.
 *
 * @throws PostureError with the findings of every environment that is refused
 * @throws RuleCollisionError when a rule of the team has the id of one of ours
 */
export function refuseBadPosture(
  app: App,
  written: readonly WrittenEnvironment[],
  rulesOf: RulesOf = () => undefined,
): void {
  const refusals = written.flatMap((each) => {
    const { environment, surface } = each;
    const rules = ruleSet(refusingRules(environment.tier), rulesOf(environment.name));
    const evaluation = evaluate({ surface, stacks: Object.keys(each.stacks), environment }, rules);
    if (evaluation.refused.length === 0) return [];
    removeWritten(app, each);
    return [{ environment, evaluation }];
  });
  if (refusals.length > 0) throw new PostureError(refusals);
}
