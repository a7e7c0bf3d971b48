import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdktf';
import { writeContracts } from './contracts';
import { refuseBadPosture, type RulesOf } from './posture';
import { printRemovedRoutes } from './removed-routes';
import { refuseSchemaChanges, type SnapshotOf } from './schema-snapshot';
import { withSources } from './sources';
import { refuseTakenNames } from './taken-names';
import { printWarnings } from './warnings';
import { withoutStackTraces } from './without-stack-traces';
import { writtenEnvironments } from './written-environments';

/** Where stacks are written, and what they are held to. */
export interface SynthesizeOptions {
  /**
   * Where the stacks are written.
   * @default - where the cdktf command line wants them, otherwise `cdktf.out` in the working directory
   */
  readonly outdir?: string;
  /**
   * Rules and suppressions of the team, from `libs/rules`.
   * @default - Gatehouse's rules alone
   */
  readonly rulesOf?: RulesOf;
  /**
   * What can never be changed of the user pools that are deployed.
   * @default - nothing is deployed
   */
  readonly snapshotOf?: SnapshotOf;
  /** What constructs can ask of the app. */
  readonly context?: Readonly<Record<string, unknown>>;
}

/**
 * Builds an app and writes its stacks as Terraform JSON, with the problems of every stack in one error.
 *
 * @throws what constructs throw, an error with a line for each failed validation: construct path, problem; and
 *   SchemaError or PostureError when what was written is refused.
 */
export function synthesize(options: SynthesizeOptions, build: (app: App) => void): void {
  const { context, outdir, rulesOf, snapshotOf = () => undefined } = options;
  withoutStackTraces(() => {
    const app = new App({ outdir, context });
    withSources(app, build);
    refuseTakenNames(app);
    write(app);
    removeFormerStacks(app);
    const written = writtenEnvironments(app);
    refuseSchemaChanges(app, written, snapshotOf);
    refuseBadPosture(app, written, rulesOf);
    writeContracts(app, written);
    printWarnings(app);
    printRemovedRoutes(written);
  });
}

/** cdktf itself stops at the first stack with a problem, and advises to skip validation. */
function write(app: App): void {
  try {
    app.synth();
  } catch (error) {
    const problems = app.node
      .findAll()
      .flatMap(({ node }) => node.validate().map((problem) => `${node.path}, ${problem}`));
    throw problems.length === 0 ? withoutWrapping(error) : new Error(problems.join('\n'), { cause: error });
  }
}

/** For each value that it was resolving, cdktf puts two words and a full stop around what was thrown. */
function withoutWrapping(error: unknown): unknown {
  const words = 'Resolution error: ';
  while (error instanceof Error && error.message.startsWith(words)) {
    error.message = error.message.slice(words.length).replace(/\.$/, '');
  }
  return error;
}

/** A stack that was renamed or removed must not be planned again. */
function removeFormerStacks({ manifest, outdir }: App): void {
  const stacks = join(outdir, 'stacks');
  for (const name of readdirSync(stacks).filter((entry) => !(entry in manifest.stacks))) {
    rmSync(join(stacks, name), { recursive: true });
  }
}
