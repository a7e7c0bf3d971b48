import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { makePrivate, readIfThere, writeWhole } from './private-files';

const NAME = 'key';
const BYTES = 32;

/** Where a local environment keeps its memory; ignored by Git, and read by its owner alone. */
export const snapshotFolder = (app: string): string => join(app, '.terraform-work', 'snapshot');

export const keyFile = (app: string): string => join(snapshotFolder(app), NAME);

/** A secret of this checkout: what it signs, this checkout wrote. */
export function checkoutKey(app: string): Buffer {
  const folder = snapshotFolder(app);
  const known = readIfThere(keyFile(app));
  if (known?.length === BYTES) return known;
  makePrivate(folder);
  const key = randomBytes(BYTES);
  writeWhole(folder, NAME, key);
  return key;
}

/** Distinct for each purpose and content; nothing leads back to the key. */
export const derive = (key: Buffer, purpose: string, content: string | Uint8Array): Buffer =>
  createHmac('sha256', key).update(`${purpose}\0`).update(content).digest();
