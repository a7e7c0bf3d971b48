import { describeKind, UnreadableError, type Suppression } from '@gatehouse/surface';
import { z } from 'zod';
import { readText } from './text';

/** What a `--suppressions` file accepts. */
export interface SuppressionsFile {
  readonly file: string;
  readonly entries: readonly Suppression[];
}

const schema = z.array(
  z.strictObject({
    rule: z.string().min(1),
    address: z.string().min(1),
    of: z.array(z.string().min(1)).min(1).optional(),
    reason: z.string().regex(/\S/),
  }),
);

/**
 * What a team without environment files accepts, each at an address and with a reason.
 *
 * @throws UnreadableError it is something else
 */
export function readSuppressions(file: string): SuppressionsFile {
  const content = parse(read(file), file);
  const { data, error } = schema.safeParse(content);
  if (data) return { file, entries: data };
  const [issue] = error.issues;
  const path = issue?.path ?? [];
  const found =
    issue?.code === 'unrecognized_keys'
      ? `the unknown key ${JSON.stringify(issue.keys[0])}`
      : foundWords(path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)[key], content));
  throw new UnreadableError([file, ...path].join(': '), EXPECTED[String(path[1])] ?? LIST, found);
}

const EXPECTED: Readonly<Record<string, string>> = {
  rule: 'the id of a rule',
  address: 'a Terraform address',
  of: 'what is accepted there, as the review prints it',
  reason: 'why it is accepted',
};
const LIST = `a list of { "rule": ${EXPECTED['rule']}, "address": ${EXPECTED['address']}, "of": ${EXPECTED['of']}, "reason": ${EXPECTED['reason']} }`;

function read(file: string): string {
  try {
    return readText(file);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    // Its own remedy is for plans.
    const { where, expected, found } = error;
    throw new UnreadableError(where, expected, found, 'Correct the name after --suppressions.');
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableError(file, LIST, text.trim() === '' ? 'an empty file' : 'text that is not JSON');
  }
}

const foundWords = (value: unknown): string =>
  typeof value === 'string' ? JSON.stringify(value) : describeKind(value);
