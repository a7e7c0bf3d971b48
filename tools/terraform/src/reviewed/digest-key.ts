import { basename, resolve } from 'node:path';
import { digestKeyPath } from '@gatehouse/environment';
import { digestKey as givenKey, keyFrom } from '@gatehouse/plan-review/bound';
import { type Session } from '../commands/session';
import { readStackConfig } from '../stack-config';
import { StateBucket } from '../state-bucket';

/**
 * The key that secrets are bound with: of the variable `GATEHOUSE_DIGEST_KEY`, or the one that the bootstrap left in the state
 * bucket, which a role of an older bootstrap may not read.
 *
 * @param file that has it @default - none does
 * @returns nothing where there is none: secrets are not bound
 * @throws UserError the key is too short, or the bucket cannot be read
 */
export async function digestKey(
  { all, directory }: Pick<Session, 'all' | 'directory'>,
  file?: string,
): Promise<Buffer | undefined> {
  const given = givenKey(file);
  if (given !== undefined) return given;
  const stack = all.find((each) => readStackConfig(each).terraform?.backend?.['s3'] !== undefined);
  if (stack === undefined) return undefined;
  const bucket = new StateBucket(stack);
  const path = digestKeyPath({ name: basename(resolve(directory)) });
  const text = await bucket.text(path);
  return text === undefined ? undefined : keyFrom(text, `s3://${bucket.bucket}/${path}`);
}
