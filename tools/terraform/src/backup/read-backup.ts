import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../errors';
import { parseJson } from '../parse-json';
import { type StateFile } from '../state-file';
import { StateBucket } from '../state-bucket';
import { type Stack } from '../stacks';
import { shownPath } from '../synthesized';
import { type Manifest, manifestSchema, type SavedState } from './manifest';

/** A backup on disk, as it was made. */
export interface Backup {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly states: readonly { readonly saved: SavedState; readonly text: string; readonly state: StateFile }[];
}

/**
 * Reads a backup, and checks all of it before anything is done with it.
 *
 * @param environment whose backup it has to be
 * @param stacks all that the environment has
 * @throws SetupError when it is none, not whole, changed since, or of another environment
 */
export function readBackup(folder: string, environment: string, stacks: readonly Stack[]): Backup {
  const manifest = readManifest(folder);
  if (manifest.environment !== environment) {
    throw refusal(folder, `a backup of ${environment}`, `one of ${manifest.environment}`, 'Name another folder.');
  }
  for (const [file, sum] of Object.entries(manifest.files)) checkFile(folder, file, sum);
  const named = [...manifest.states, ...manifest.users].map(({ file }) => file);
  const unsummed = ['outputs.json', ...named].find((file) => manifest.files[file] === undefined);
  if (unsummed !== undefined) throw changed(folder, 'manifest.json', `no sum of ${unsummed}`);
  const states = manifest.states.map((saved) => readState(folder, saved));
  refuseForeign(folder, manifest, stacks);
  return { folder, manifest, states };
}

/** SHA-256 of a file, as the manifest has it. */
export const sumOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

function readManifest(folder: string): Manifest {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) throw refusal(folder, 'a backup', 'no manifest.json', 'Name a folder that "backup" made.');
  const manifest = manifestSchema.safeParse(parseJson(readFileSync(file, 'utf8')));
  if (manifest.success) return manifest.data;
  const [issue] = manifest.error.issues;
  const found =
    issue === undefined || issue.path.length === 0 ? 'no whole manifest' : `another "${issue.path.join('.')}"`;
  throw changed(folder, 'manifest.json', found);
}

function checkFile(folder: string, file: string, sum: string): void {
  const path = join(folder, file);
  if (!existsSync(path)) throw changed(folder, file, 'no such file');
  if (sumOf(path) !== sum) throw changed(folder, file, 'other content');
}

function readState(folder: string, saved: SavedState): Backup['states'][number] {
  const text = readFileSync(join(folder, saved.file), 'utf8');
  const state = parseJson<StateFile | null>(text);
  if (state?.lineage !== saved.lineage || state.serial !== saved.serial) {
    throw changed(folder, saved.file, 'another lineage or serial than manifest.json names');
  }
  return { saved, text, state };
}

/** An environment of this name may be another project's. */
function refuseForeign(folder: string, { states }: Manifest, stacks: readonly Stack[]): void {
  const buckets = new Set(stacks.map((stack) => new StateBucket(stack).bucket));
  const other = states.find(({ bucket }) => !buckets.has(bucket));
  if (other === undefined) return;
  const here = [...buckets].join(', ');
  throw refusal(
    folder,
    `states of s3://${here}`,
    `one of s3://${other.bucket}`,
    'It is of another account or project.',
  );
}

const changed = (folder: string, file: string, found: string): SetupError =>
  refusal(folder, `${file} as it was saved`, found, 'The backup was cut off or edited: name another one.');

const refusal = (folder: string, expected: string, found: string, advice: string): SetupError =>
  new SetupError(`${shownPath(folder)}: expected ${expected}, found ${found}. Nothing was restored. ${advice}`);
