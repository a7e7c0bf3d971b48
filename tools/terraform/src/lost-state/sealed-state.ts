import { constants, createCipheriv, createDecipheriv, publicEncrypt, randomBytes } from 'node:crypto';
import { SetupError } from '../errors';
import { parseJson } from '../parse-json';
import { type LostStateKey } from './lost-state-keys';

const FORMAT = 'gatehouse lost state 1';
const CIPHER = 'aes-256-gcm';

/**
 * A lost state that only one KMS key can read: AES-256-GCM under a key of its own, which is encrypted by RSA-OAEP with SHA-256.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html
 */
export interface SealedState {
  readonly format: typeof FORMAT;
  /** Where the state belongs, `bucket/key`; another one is not decrypted. */
  readonly place: string;
  readonly keyArn: string;
  /** These are in base64. */
  readonly dataKey: string;
  readonly iv: string;
  readonly tag: string;
  readonly state: string;
}

export function sealState(text: string, place: string, { keyArn, publicKey }: LostStateKey): SealedState {
  const dataKey = randomBytes(32);
  const iv = randomBytes(12);
  const cipher = createCipheriv(CIPHER, dataKey, iv).setAAD(aboutIt(place));
  const state = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const encryptedKey = publicEncrypt({ key: publicKey, padding, oaepHash: 'sha256' }, dataKey);
  const [dataKey64, iv64, tag, state64] = [encryptedKey, iv, cipher.getAuthTag(), state].map(base64);
  return { format: FORMAT, place, keyArn, dataKey: dataKey64!, iv: iv64!, tag: tag!, state: state64! };
}

/** @returns nothing for text that is something else */
export function parseSealed(text: string): SealedState | undefined {
  const sealed = parseJson<Partial<SealedState> | null>(text);
  return sealed?.format === FORMAT ? (sealed as SealedState) : undefined;
}

/**
 * @param decrypt gives the data key
 * @throws SetupError when it was changed or cut off
 */
export async function openSealed(
  { place, dataKey, iv, tag, state }: SealedState,
  decrypt: (dataKey: Buffer) => Promise<Uint8Array>,
): Promise<string> {
  const key = await decrypt(bytes(dataKey));
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes(iv), { authTagLength: 16 });
    decipher.setAAD(aboutIt(place)).setAuthTag(bytes(tag));
    return Buffer.concat([decipher.update(bytes(state)), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new SetupError('The file was changed since it was encrypted, or is not whole. Nothing was written.', {
      cause,
    });
  }
}

const aboutIt = (place: string): Buffer => Buffer.from(`${FORMAT}\n${place}`);
const base64 = (part: Buffer): string => part.toString('base64');
const bytes = (text: string | undefined): Buffer => Buffer.from(text ?? '', 'base64');
