import { join } from 'node:path';
import { type Environment, refuseCollisions, showFields } from '@gatehouse/environment';
import { teamRules } from '@gatehouse/rules';
import {
  allRules,
  evaluate,
  type Evaluation,
  ruleInfos,
  type Suppression,
  suppressionMistakes,
  type TeamRules,
  type Tier,
  type Unread,
} from '@gatehouse/surface';
import { synthesizedEnvironment } from '../synthesized-environment';

export interface CheckResult extends Evaluation {
  /** Where the fields of findings are written: field -> `environments/prod.json:12:5  identity.mfa`. */
  readonly places: Readonly<Record<string, string>>;
  readonly environment: string;
  readonly tier: Tier;
  /** False: something is refused, or a suppression suppresses nothing. */
  readonly passed: boolean;
  /** What is wrong with suppressions, one sentence each. */
  readonly mistakes: readonly string[];
  /** What could not be looked into. */
  readonly unread: readonly Unread[];
}

/**
 * Evaluates what is synthesized for an environment, and its file, by the rules of docs/rules.md and of the team.
 *
 * @throws EnvironmentError when another environment has the same names in AWS, and what `synthesizedEnvironment` throws
 * @throws RuleCollisionError when a rule of the team has the id of one of ours
 */
export function checkEnvironment(workspaceRoot: string, name: string, team: TeamRules = teamRules): CheckResult {
  refuseCollisions(name, join(workspaceRoot, 'environments'));
  const { environment, surface, stacks } = synthesizedEnvironment(workspaceRoot, name);
  const rules = allRules(team);
  const evaluation = evaluate({ surface, stacks: stacks.map((stack) => stack.name), environment }, rules);
  const mistakesIn = (where: string, entries: readonly Suppression[]) =>
    suppressionMistakes(where, entries, evaluation, ruleInfos(rules));
  const mistakes = [
    ...mistakesIn('acknowledge', environment.acknowledge),
    ...mistakesIn('libs/rules', rules.suppressions),
  ];
  return {
    environment: name,
    tier: environment.tier,
    passed: evaluation.refused.length === 0 && mistakes.length === 0,
    ...evaluation,
    places: placesOf(evaluation, environment),
    mistakes,
    unread: surface.unread,
  };
}

function placesOf({ refused, tolerated, suppressed }: Evaluation, environment: Environment) {
  const fields = [...refused, ...tolerated, ...suppressed].flatMap((finding) => finding.fields ?? []);
  return Object.fromEntries(fields.flatMap((field) => showFields(environment, [field]).map((place) => [field, place])));
}
