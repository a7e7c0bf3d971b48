import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { makePrivate, notPrivate, readIfThere, writeWhole } from './private-files';

const NAME = 'key';
const BYTES = 32;

/** Where a local environment keeps its memory; ignored by Git, and read by its owner alone. */
export const snapshotFolder = (root: string): string => join(root, '.terraform-work', 'snapshot');

export const keyFile = (root: string): string => join(snapshotFolder(root), NAME);

/** A secret of this checkout: what it signs, this checkout wrote. One that others could read is replaced. */
export function checkoutKey(root: string): Buffer {
  const folder = snapshotFolder(root);
  const known = (notPrivate(folder) ?? notPrivate(keyFile(root))) ? undefined : readIfThere(keyFile(root));
  if (known?.length === BYTES) return known;
  makePrivate(folder);
  const key = randomBytes(BYTES);
  writeWhole(folder, NAME, key);
  return key;
}

/** Distinct for each purpose and content; nothing leads back to the key. */
export const derive = (key: Buffer, purpose: string, content: string | Uint8Array): Buffer =>
  createHmac('sha256', key).update(`${purpose}\0`).update(content).digest();
