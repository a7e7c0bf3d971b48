import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Environment } from '@gatehouse/environment';
import { surfaceFromSynth, type SynthesizedStack } from '@gatehouse/surface/synth-posture';
import { type App, Manifest } from 'cdktf';
import { EnvironmentStack } from './environment-stack';
import { stacksIn } from './stacks-in';

/** What was just written of an environment. */
export interface WrittenEnvironment {
  readonly environment: Environment;
  /** `cdk.tf.json` by the name of its stack. */
  readonly stacks: Readonly<Record<string, SynthesizedStack>>;
  readonly surface: ReturnType<typeof surfaceFromSynth>;
}

/** Every environment of an app, as it is in the files. */
export function writtenEnvironments(app: App): WrittenEnvironment[] {
  const environments = new Map<string, { environment: Environment; stacks: Record<string, SynthesizedStack> }>();
  for (const stack of stacksIn(app)) {
    if (!(stack instanceof EnvironmentStack)) continue;
    const { environment } = stack;
    const known = environments.get(environment.name) ?? { environment, stacks: {} as Record<string, SynthesizedStack> };
    environments.set(environment.name, known);
    known.stacks[stack.node.id] = read(app, stack.node.id);
  }
  return [...environments.values()].map((each) => ({ ...each, surface: surfaceFromSynth(each.stacks) }));
}

/** An older command must not find a stack that is refused and deploy it. Out of the manifest too, so that it asks to synthesize. */
export function removeWritten(app: App, { stacks }: WrittenEnvironment): void {
  const { manifest, outdir } = app;
  for (const stack of Object.keys(stacks)) {
    rmSync(fileOf(app, stack));
    delete manifest.stacks[stack];
  }
  if (Object.keys(manifest.stacks).length > 0) manifest.writeToFile();
  else rmSync(join(outdir, Manifest.fileName));
}

const fileOf = ({ outdir, manifest }: App, stack: string): string =>
  join(outdir, manifest.stacks[stack]?.synthesizedStackPath ?? '');

const read = (app: App, stack: string): SynthesizedStack =>
  JSON.parse(readFileSync(fileOf(app, stack), 'utf8')) as SynthesizedStack;
