import { describeKind, didYouMean, type ReviewPolicy, UnreadableError } from '@gatehouse/surface';
import type { z } from 'zod';
import { checkArguments } from './policy-arguments';
import { wrongKey } from './policy-keys';
import { policySchema } from './policy-schema';
import { readText } from './text';

/** What a file of `--policy` says, and which file it is. */
export interface PolicyFile extends ReviewPolicy {
  readonly file: string;
}

/**
 * What a team says about the review of its plans.
 *
 * @throws UnreadableError it is something else, or names a rule for a verdict that does not exist
 */
export function readPolicy(file: string, rules: readonly string[]): PolicyFile {
  const text = read(file);
  const content = parse(text, file);
  checkKeys(text, file);
  const { data, error } = policySchema.safeParse(content);
  if (!data) throw problem(file, content, error.issues);
  checkRules(file, data.verdicts, rules);
  checkArguments(file, data.verdicts);
  const { suppressions, trusted, verdicts } = data;
  return { file, suppressions, trusted, verdicts };
}

function problem(file: string, content: unknown, [issue]: readonly z.core.$ZodIssue[]): UnreadableError {
  const path = issue?.path ?? [];
  const where = [file, ...path].join(': ');
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return new UnreadableError(
      where,
      'only known keys',
      `the unknown key ${JSON.stringify(key)}`,
      didYouMean(key, keysAt(path)),
    );
  }
  const found = path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    content,
  );
  // Messages of the schema are what it expects.
  const expected =
    issue?.code === 'custom' || !issue
      ? 'a policy'
      : path.length === 0
        ? POLICY
        : issue.message.replace(
            /^Invalid input: expected (\w+), received .*/,
            (_, type: string) => TYPES[type] ?? type,
          );
  return new UnreadableError(where, expected, typeof found === 'string' ? JSON.stringify(found) : describeKind(found));
}

const POLICY = 'a policy: { "suppressions", "trusted", "verdicts" }';

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  string: 'text',
};

/** What may be written at a place. */
function keysAt(path: readonly PropertyKey[]): readonly string[] {
  const [section, , part] = path;
  const { suppressions, trusted, verdicts } = KEYS;
  if (section === 'suppressions') return suppressions;
  if (section === 'trusted') return trusted;
  if (section !== 'verdicts') return ['suppressions', 'trusted', 'verdicts'];
  return part === 'created' || part === 'deleted' ? ['judged', 'harmless', 'without', 'of', 'when'] : verdicts;
}

const KEYS = {
  suppressions: ['rule', 'address', 'of', 'reason'],
  trusted: ['accounts', 'organizations', 'issuers'],
  verdicts: ['relation', 'created', 'deleted', 'judged', 'harmless', 'new', 'without', 'better', 'partly'],
};

function checkRules(file: string, verdicts: ReviewPolicy['verdicts'], rules: readonly string[]): void {
  for (const [type, { created, deleted, judged = {} }] of Object.entries(verdicts)) {
    const named = {
      ...judged,
      ...(created?.judged && { created: created.judged }),
      ...(deleted?.judged && { deleted: deleted.judged }),
    };
    for (const [argument, each] of Object.entries(named)) {
      const unknown = [each].flat().find((rule) => !rules.includes(rule));
      if (unknown === undefined) continue;
      const where = [file, 'verdicts', type, argument].join(': ');
      const advice = didYouMean(unknown, rules) ?? 'docs/rules.md lists them.';
      throw new UnreadableError(where, 'the id of a rule', JSON.stringify(unknown), advice);
    }
  }
}

function checkKeys(text: string, file: string): void {
  const { path = [], isRepeated } = wrongKey(text) ?? {};
  const key = path.at(-1);
  if (key === undefined) return;
  const where = [file, ...path.slice(0, -1)].join(': ');
  const [expected, found] = isRepeated ? ['each key once', 'a second'] : ['only known keys', 'the unknown key'];
  throw new UnreadableError(where, expected, `${found} ${JSON.stringify(key)}`);
}

function read(file: string): string {
  try {
    return readText(file);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    // Its own remedy is for plans.
    const { where, expected, found } = error;
    throw new UnreadableError(where, expected, found, 'Correct the name after --policy.');
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const found = text.trim() === '' ? 'an empty file' : 'text that is not JSON';
    throw new UnreadableError(file, POLICY, found);
  }
}
