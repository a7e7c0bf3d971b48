import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Environment } from '@gatehouse/environment';
import { judgePosture, surfaceFromSynth, type SynthesizedStack } from '@gatehouse/surface/synth-posture';
import { type App } from 'cdktf';
import { EnvironmentStack } from './environment-stack';
import { PostureError } from './posture-error';

/**
 * Judges what was just written, the stacks of an environment together, by the posture rules of docs/rules.md. Silent
 * when nothing is too severe for the tier; what is milder, `nx check` prints.
 *
 * Every way to a deployment goes through a synthesis, so none goes past this one. The stacks of an environment that is
 * refused are removed: an older command must not find them and deploy them.
 *
 * @throws PostureError with the findings of every environment that is refused
 */
export function refuseBadPosture(app: App): void {
  const refusals = [...environmentsOf(app)].flatMap(([environment, stacks]) => {
    const files = stacks.map(({ node }) => [node.id, fileOf(app, node.id)] as const);
    const surface = surfaceFromSynth(Object.fromEntries(files.map(([name, file]) => [name, read(file)])));
    const verdict = judgePosture(surface, environment);
    if (verdict.refused.length === 0) return [];
    for (const [, file] of files) rmSync(file);
    return [{ environment, verdict }];
  });
  if (refusals.length > 0) throw new PostureError(refusals);
}

function environmentsOf(app: App): ReadonlyMap<Environment, readonly EnvironmentStack[]> {
  const environments = new Map<Environment, EnvironmentStack[]>();
  for (const stack of app.node.children) {
    if (!(stack instanceof EnvironmentStack)) continue;
    const others = environments.get(stack.environment) ?? [];
    environments.set(stack.environment, [...others, stack]);
  }
  return environments;
}

const fileOf = ({ outdir, manifest }: App, stack: string): string =>
  join(outdir, manifest.stacks[stack]?.synthesizedStackPath ?? '');

const read = (file: string): SynthesizedStack => JSON.parse(readFileSync(file, 'utf8')) as SynthesizedStack;
