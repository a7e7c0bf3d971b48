import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { UserError } from '@gatehouse/cli-kit';
import { parseTerraformJson, type TerraformState } from '@gatehouse/surface';
import { isRawState, showRawState } from './raw-state';

/** Where a state may come from other than a file. */
type Input = AsyncIterable<Buffer> & { readonly isTTY?: boolean };

/** The name that stands for it. */
export const STANDARD_INPUT = '-';

/**
 * Applied states by the name of their file: what `terraform show -json` prints, or `.tfstate` files.
 *
 * @param files `-` is standard input
 * @throws UserError for a file that cannot be read, or is named twice
 * @throws UnreadableError for what is no JSON, and for a `.tfstate` of another version
 */
export async function readStateFiles(
  files: readonly string[],
  input: Input = process.stdin,
): Promise<Readonly<Record<string, TerraformState>>> {
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined)
    throw new UserError(`${nameOf(twice)}: expected each state once, found it twice. Name it once.`);
  const states: Record<string, TerraformState> = {};
  for (const file of files) {
    const where = nameOf(file);
    const content = parseTerraformJson(await read(file, input), where);
    states[where] = isRawState(content) ? showRawState(content, where) : (content as TerraformState);
  }
  return states;
}

const nameOf = (file: string): string => (file === STANDARD_INPUT ? 'standard input' : file);

async function read(file: string, input: Input): Promise<string> {
  if (file === STANDARD_INPUT) {
    if (!input.isTTY) return text(input);
    throw new UserError(
      'standard input: expected a state, found a terminal. Try: terraform show -json | gatehouse serve -',
    );
  }
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const found = error.code === 'ENOENT' ? 'no such file' : `one that cannot be read (${error.code})`;
    throw new UserError(
      `${file}: expected the file of an applied state, found ${found}. Try: terraform show -json > ${file}`,
    );
  });
}
