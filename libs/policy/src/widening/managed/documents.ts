import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** Written by `write.ts`. */
export const FILE = join(__dirname, 'documents.json.br');

interface Documents {
  /** The day of the last change in it. */
  readonly updated: string;
  readonly policies: Readonly<Record<string, readonly object[]>>;
}

let read: Documents | undefined;

/**
 * The statements of AWS's managed policies, by name. AWS changes them, and no plan shows it. Read when one is asked for.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export const documents = (): Documents =>
  (read ??= JSON.parse(brotliDecompressSync(readFileSync(FILE)).toString()) as Documents);
