import { timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Facts } from './facts';
import { notPrivate, readIfThere, writeWhole } from './private-files';
import { checkoutKey, derive, keyFile, snapshotFolder } from './snapshot-key';

const NAME = 'memory';
/** Of the layout below, and of the facts. */
const FORMAT = 'gatehouse snapshot 1\n';
const SIGNATURE_BYTES = 32;
const LENGTH_BYTES = 4;

/** The memory of an emulator, and what it is of. */
export interface Snapshot {
  readonly facts: Facts;
  readonly memory: Buffer;
}

/** Why there is none that can be used. */
export interface Unusable {
  readonly why: string;
}

/**
 * Writes the snapshot of a checkout in place of the last one, whole or not at all: the name of the format, a signature of this
 * checkout, and what it signs (the length of the facts, the facts as JSON, the memory).
 */
export function writeSnapshot(root: string, { facts, memory }: Snapshot): void {
  const folder = snapshotFolder(root);
  const json = Buffer.from(JSON.stringify(facts));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(json.length);
  const signed = Buffer.concat([length, json, memory]);
  writeWhole(folder, NAME, Buffer.from(FORMAT), signature(root, signed), signed);
}

/** @returns undefined when there is none */
export function readSnapshot(root: string): Snapshot | Unusable | undefined {
  const folder = snapshotFolder(root);
  const file = join(folder, NAME);
  const content = readIfThere(file);
  if (content === undefined) return undefined;
  // Before anything in it counts: loading it runs what it says.
  const why =
    [folder, file, keyFile(root)].map(notPrivate).find((reason) => reason !== undefined) ?? damage(root, content);
  if (why !== undefined) return { why };
  const signed = content.subarray(FORMAT.length + SIGNATURE_BYTES);
  const end = LENGTH_BYTES + signed.readUInt32BE();
  const facts = JSON.parse(signed.subarray(LENGTH_BYTES, end).toString()) as Facts;
  return { facts, memory: signed.subarray(end) };
}

export const hasSnapshot = (root: string): boolean => existsSync(join(snapshotFolder(root), NAME));

export const isUsable = (found: Snapshot | Unusable | undefined): found is Snapshot =>
  found !== undefined && 'memory' in found;

function damage(root: string, content: Buffer): string | undefined {
  if (!content.subarray(0, FORMAT.length).equals(Buffer.from(FORMAT))) return 'it has another format';
  const signed = content.subarray(FORMAT.length + SIGNATURE_BYTES);
  const found = content.subarray(FORMAT.length, FORMAT.length + SIGNATURE_BYTES);
  const good = found.length === SIGNATURE_BYTES && timingSafeEqual(found, signature(root, signed));
  return good ? undefined : 'it is damaged, or another checkout wrote it';
}

const signature = (root: string, content: Uint8Array): Buffer => derive(checkoutKey(root), 'snapshot', content);
