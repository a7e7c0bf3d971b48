import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Environment } from '@gatehouse/environment';
import {
  evaluate,
  refusingRules,
  ruleSet,
  surfaceFromSynth,
  type SynthesizedStack,
  type TeamRules,
} from '@gatehouse/surface/synth-posture';
import { type App, Manifest } from 'cdktf';
import { EnvironmentStack } from './environment-stack';
import { PostureError } from './posture-error';
import { stacksIn } from './stacks-in';

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
export function refuseBadPosture(app: App, rulesOf: RulesOf = () => undefined): void {
  const refusals = environmentsOf(app).flatMap(({ environment, stacks }) => {
    const surface = surfaceFromSynth(Object.fromEntries(stacks.map((stack) => [stack, read(app, stack)])));
    const rules = ruleSet(refusingRules(environment.tier), rulesOf(environment.name));
    const evaluation = evaluate({ surface, stacks, environment }, rules);
    if (evaluation.refused.length === 0) return [];
    remove(app, stacks);
    return [{ environment, evaluation }];
  });
  if (refusals.length > 0) throw new PostureError(refusals);
}

/** Each environment with the names of its stacks. */
function environmentsOf(app: App) {
  const environments = new Map<string, { readonly environment: Environment; readonly stacks: string[] }>();
  for (const stack of stacksIn(app)) {
    if (!(stack instanceof EnvironmentStack)) continue;
    const { environment } = stack;
    const known = environments.get(environment.name) ?? { environment, stacks: [] as string[] };
    environments.set(environment.name, known);
    known.stacks.push(stack.node.id);
  }
  return [...environments.values()];
}

const fileOf = ({ outdir, manifest }: App, stack: string): string =>
  join(outdir, manifest.stacks[stack]?.synthesizedStackPath ?? '');

const read = (app: App, stack: string): SynthesizedStack =>
  JSON.parse(readFileSync(fileOf(app, stack), 'utf8')) as SynthesizedStack;

/** Out of the manifest too: a command that reads it asks to synthesize first. */
function remove(app: App, stacks: readonly string[]): void {
  const { manifest, outdir } = app;
  for (const stack of stacks) {
    rmSync(fileOf(app, stack));
    delete manifest.stacks[stack];
  }
  if (Object.keys(manifest.stacks).length > 0) manifest.writeToFile();
  else rmSync(join(outdir, Manifest.fileName));
}
