import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '@gatehouse/cli-kit';
import { listEnvironments, loadEnvironment, snapshotPath } from '@gatehouse/environment';
import {
  formatSnapshot,
  missingFrom,
  parseSnapshot,
  type SchemaChange,
  schemaChanges,
  type SchemaSnapshot,
  schemaSnapshot,
} from '@gatehouse/surface';
import { runNx } from '@gatehouse/terraform';
import { synthesizedEnvironment } from '../synthesized-environment';

export interface AcceptedSchema {
  readonly environment: string;
  /** From the top of the workspace. */
  readonly file: string;
  /** Whether the environment has user pools, so that there is a file. */
  readonly hasPools: boolean;
  /** What the former snapshot refused. */
  readonly changes: readonly SchemaChange[];
  /** What it did not hold yet. */
  readonly added: readonly string[];
}

/**
 * Writes down what can never be changed of the user pools that an environment synthesizes now. A synthesis is refused by the
 * former snapshot, so that is away meanwhile; it comes back when the environment does not synthesize.
 *
 * @param synthesize writes what the environment synthesizes @default - Nx does
 * @throws UserError for an unknown environment and for one in an emulator, and when synthesis fails
 */
export async function acceptSchema(
  workspaceRoot: string,
  name: string,
  synthesize: () => Promise<unknown> = () => runNx(workspaceRoot, ['run-many', '-t', 'synth', '-p', name]),
): Promise<AcceptedSchema> {
  checkDeployed(workspaceRoot, name);
  const file = snapshotPath(name);
  const path = join(workspaceRoot, file);
  const former = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const { current, changes, added } = await without(path, former, async () => {
    await synthesize();
    return compare(workspaceRoot, name, former);
  });
  const hasPools = Object.keys(current.stacks).length > 0;
  if (hasPools) writeFileSync(path, formatSnapshot(current, name));
  return { environment: name, file, hasPools, changes, added };
}

function checkDeployed(workspaceRoot: string, name: string): void {
  const directory = join(workspaceRoot, 'environments');
  const known = listEnvironments(directory);
  if (!known.includes(name)) {
    throw new UserError(`There is no environment "${name}".\nName one of ${known.join(', ')}.`);
  }
  if (loadEnvironment(name, { directory }).tier === 'local') {
    throw new UserError(
      `environments/${name}.json, tier: expected an environment of an AWS account, found "local". ` +
        'An emulator holds nobody, so its user pools may change at any time: it needs no snapshot.',
    );
  }
}

function compare(workspaceRoot: string, name: string, text: string | undefined) {
  const { surface, content } = synthesizedEnvironment(workspaceRoot, name);
  const current = schemaSnapshot(surface);
  const former = readable(text);
  return {
    current,
    changes: former ? schemaChanges(former, { stacks: content, userPools: surface.userPools }) : [],
    added: missingFrom(former, current),
  };
}

/** A damaged snapshot is written anew. */
function readable(text: string | undefined): SchemaSnapshot | undefined {
  try {
    return text === undefined ? undefined : parseSnapshot(text, '');
  } catch {
    return undefined;
  }
}

/** Does something while a file is away, and brings it back when that fails or is stopped. */
async function without<T>(path: string, text: string | undefined, act: () => Promise<T>): Promise<T> {
  const bringBack = (): void => {
    if (text !== undefined) writeFileSync(path, text);
  };
  const stop = (signal: NodeJS.Signals): void => {
    bringBack();
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
    process.kill(process.pid, signal);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    rmSync(path, { force: true });
    return await act();
  } catch (error) {
    bringBack();
    throw error;
  } finally {
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
  }
}
