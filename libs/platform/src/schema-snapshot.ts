import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { snapshotPath } from '@gatehouse/environment';
import {
  describeSchemaChange,
  parseSnapshot,
  schemaChanges,
  type SchemaSnapshot,
} from '@gatehouse/surface/synth-posture';
import { type App } from 'cdktf';
import { removeWritten, type WrittenEnvironment } from './written-environments';

/** What an environment's snapshot says; undefined where there is none. */
export type SnapshotOf = (environment: string) => SchemaSnapshot | undefined;

/** What of a deployed user pool can never be changed would change. `message` is the complete text to print. */
export class SchemaError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n\n'));
    this.name = 'SchemaError';
    this.stack = this.message;
  }
}

/** Snapshots of a workspace. @throws UnreadableError for a damaged one */
export const snapshotsOf =
  (workspace: string): SnapshotOf =>
  (environment) => {
    const file = snapshotPath(environment);
    const path = join(workspace, file);
    return existsSync(path) ? parseSnapshot(readFileSync(path, 'utf8'), file) : undefined;
  };

/**
 * Compares the user pools that were just written with the snapshot of their environment, if it has one: one that was
 * never deployed has none, and what an emulator holds may go. The stacks of an environment that is refused are removed.
 *
 * @throws SchemaError when Terraform would replace or destroy a pool that is in the snapshot, or could not apply a change
 */
export function refuseSchemaChanges(app: App, written: readonly WrittenEnvironment[], snapshotOf: SnapshotOf): void {
  const problems = written.flatMap((each) => {
    const { environment, stacks, surface } = each;
    const snapshot = environment.tier === 'local' ? undefined : snapshotOf(environment.name);
    if (snapshot === undefined) return [];
    const changes = schemaChanges(snapshot, { stacks, userPools: surface.userPools });
    if (changes.length > 0) removeWritten(app, each);
    const place = { file: snapshotPath(environment.name), environment: environment.name };
    return changes.map((change) => describeSchemaChange(change, place));
  });
  if (problems.length > 0) throw new SchemaError(problems);
}
