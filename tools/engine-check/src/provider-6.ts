import { join } from 'node:path';
import { bindingDifferences, type BindingDifference } from './binding-differences';
import { type Arguments, bindingOf } from './bindings';
import { type Comparison, compareSynthesized } from './compare';
import { KEPT, readGuide, SYNTHESIZED } from './guide';
import { installed, type Package } from './installed';
import { inScratchCopy, type JobOptions, type JobReport } from './job';
import { newestProvider6 } from './newest-provider';
import { runEach, runInOrder } from './run-steps';
import { type TypingError, typeErrors } from './type-errors';
import { type UsedType, usedTypes } from './used-types';

export interface Provider6Report extends JobReport {
  readonly job: 'provider-6';
  readonly before: Package;
  readonly after: Package;
  readonly comparison: Comparison;
  readonly typeErrors: readonly TypingError[];
  /** How many types of the provider the stacks use. */
  readonly types: number;
  readonly bindings: readonly BindingDifference[];
}

const BINDINGS = '@cdktf/provider-aws';

/**
 * Moves a scratch copy to the newest prebuilt bindings of hashicorp/aws 6 and tells what differs: types, JSON, and the
 * arguments of every type that the stacks use.
 *
 * @throws EngineCheckError when it cannot tell: the copy could not be moved, or the registry not be asked
 */
export function reportProvider6(options: JobOptions): Promise<Provider6Report> {
  const guide = readGuide(options.workspace);
  return inScratchCopy(options, async (scratch) => {
    const newest = await newestProvider6(scratch.env);
    options.log(`Newest with provider 6: ${BINDINGS} ${newest.version} (hashicorp/aws ${newest.provider})`);
    const start = await runInOrder(guide.before, scratch);
    const before = installed(scratch.cwd, BINDINGS);
    const used = usedTypes(join(scratch.cwd, KEPT)).map((type) => ({
      type,
      was: binding(scratch.cwd, type),
    }));
    const move = await runInOrder(guide.provider6, scratch.with({ PROVIDER_AWS: newest.version }));
    const checks = await runEach(guide.proof, scratch);
    return {
      job: 'provider-6',
      node: process.versions.node,
      ok: true,
      steps: [...start, ...move, ...checks],
      before,
      after: installed(scratch.cwd, BINDINGS),
      comparison: compareSynthesized(join(scratch.cwd, KEPT), join(scratch.cwd, SYNTHESIZED)),
      typeErrors: checks.flatMap(({ output }) => typeErrors(output)),
      types: used.length,
      bindings: used.flatMap(({ type, was = nothing }) =>
        bindingDifferences(type, was, binding(scratch.cwd, type)),
      ),
    };
  });
}

const nothing: Arguments = new Map();

const binding = (folder: string, { block, type }: UsedType) => bindingOf(folder, block, type);
