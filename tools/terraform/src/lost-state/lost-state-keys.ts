import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../errors';
import { parseJson } from '../parse-json';

/** The asymmetric KMS key that lost states are encrypted for, when not even the bucket takes them. */
export interface LostStateKey {
  readonly keyArn: string;
  /** Its public half, in PEM: to encrypt takes no credentials. */
  readonly publicKey: string;
}

/** Committed: by the name of the state bucket. */
const FILE = 'apps/bootstrap/lost-state-keys.json';

/**
 * The key of a state bucket.
 *
 * @param workspace its top folder
 * @throws SetupError when the bootstrap left none
 */
export function lostStateKey(workspace: string, bucket: string): LostStateKey {
  const key = read(workspace)[bucket];
  if (key !== undefined) return key;
  throw new SetupError(
    `${FILE} has no key of ${bucket}: "npx nx bootstrap bootstrap" of this version makes one and writes it; commit that.`,
  );
}

/** @returns the file, when it says something else than before */
export function noteLostStateKey(workspace: string, bucket: string, key: LostStateKey): string | undefined {
  const keys = read(workspace);
  const { keyArn, publicKey } = keys[bucket] ?? {};
  if (keyArn === key.keyArn && publicKey === key.publicKey) return undefined;
  const sorted = Object.entries({ ...keys, [bucket]: key }).sort(([one], [other]) => (one < other ? -1 : 1));
  writeFileSync(join(workspace, FILE), `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
  return FILE;
}

function read(workspace: string): Record<string, LostStateKey> {
  const file = join(workspace, FILE);
  if (!existsSync(file)) return {};
  const keys = parseJson<Record<string, LostStateKey>>(readFileSync(file, 'utf8'));
  if (keys !== undefined) return keys;
  throw new SetupError(`${FILE} is no JSON: take it from the last commit, or remove it and run the bootstrap.`);
}
