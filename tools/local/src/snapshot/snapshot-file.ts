import { timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { type Facts } from './facts';
import { makePrivate, notPrivate, readIfThere, writeWhole } from './private-files';
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
 * Writes the snapshot of an app in place of the last one, whole or not at all: the name of the format, a signature of this
 * checkout, and what it signs (the length of the facts, the facts as JSON, the memory).
 */
export function writeSnapshot(app: string, { facts, memory }: Snapshot): void {
  const folder = snapshotFolder(app);
  makePrivate(folder);
  const json = Buffer.from(JSON.stringify(facts));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(json.length);
  const signed = Buffer.concat([length, json, memory]);
  writeWhole(folder, NAME, Buffer.from(FORMAT), signature(app, signed), signed);
}

/** @returns undefined when there is none */
export function readSnapshot(app: string): Snapshot | Unusable | undefined {
  const folder = snapshotFolder(app);
  const file = join(folder, NAME);
  const content = readIfThere(file);
  if (content === undefined) return undefined;
  // Before anything in it counts: loading it runs what it says.
  const why =
    [folder, file, keyFile(app)].map(notPrivate).find((reason) => reason !== undefined) ?? damage(app, content);
  if (why !== undefined) return { why };
  const signed = content.subarray(FORMAT.length + SIGNATURE_BYTES);
  const end = LENGTH_BYTES + signed.readUInt32BE();
  const facts = JSON.parse(signed.subarray(LENGTH_BYTES, end).toString()) as Facts;
  return { facts, memory: signed.subarray(end) };
}

export const isUsable = (found: Snapshot | Unusable | undefined): found is Snapshot =>
  found !== undefined && 'memory' in found;

function damage(app: string, content: Buffer): string | undefined {
  if (!content.subarray(0, FORMAT.length).equals(Buffer.from(FORMAT))) return 'it has another format';
  const signed = content.subarray(FORMAT.length + SIGNATURE_BYTES);
  const found = content.subarray(FORMAT.length, FORMAT.length + SIGNATURE_BYTES);
  const good = found.length === SIGNATURE_BYTES && timingSafeEqual(found, signature(app, signed));
  return good ? undefined : 'it is damaged, or another checkout wrote it';
}

const signature = (app: string, content: Uint8Array): Buffer => derive(checkoutKey(app), 'snapshot', content);
