import { describeKind, isObject, UnreadableError } from './unreadable';

/** Files by stack name, or unnamed in a row. */
export type Stacks<T> = readonly T[] | Readonly<Record<string, T>>;

export interface StackFile<T> {
  readonly stack?: string;
  /** For messages: the stack's name, or `state 2`. */
  readonly where: string;
  readonly content: T;
}

export function stackFiles<T>(stacks: Stacks<T>, kind: string): readonly StackFile<T>[] {
  const files: StackFile<T>[] = Array.isArray(stacks)
    ? stacks.map((content: T, index) => ({ where: `${kind} ${index + 1}`, content }))
    : Object.entries(stacks).map(([stack, content]) => ({ stack, where: `${kind} of ${stack}`, content }));
  if (files.length === 0) throw new UnreadableError(`${kind}s`, `at least one ${kind}`, 'none');
  return files;
}

/** Parses JSON that Terraform wrote, with a message that tells a truncated file from a foreign one. */
export function parseTerraformJson(text: string, where: string): unknown {
  try {
    return JSON.parse(withoutWrapper(text));
  } catch {
    // The engine's own message repeats a part of the file, which may hold secrets.
    const trimmed = text.trim();
    if (trimmed === '') throw new UnreadableError(where, 'JSON', 'an empty file', 'Did the command before it fail?');
    if (trimmed.startsWith(COMMAND)) {
      throw new UnreadableError(
        where,
        'JSON from `terraform show -json`',
        'lines of the wrapper that hashicorp/setup-terraform puts around terraform',
        'Set `terraform_wrapper: false` in its step.',
      );
    }
    if (!trimmed.startsWith('{')) {
      throw new UnreadableError(
        where,
        'JSON from `terraform show -json`',
        `something else (${trimmed.length} characters that do not begin with "{")`,
        'A plan file itself is binary: give it to `terraform show -json` first.',
      );
    }
    const truncated = !trimmed.endsWith('}');
    throw new UnreadableError(
      where,
      'a complete JSON document',
      truncated ? `one that breaks off after ${trimmed.length} characters` : 'one that is not valid',
      truncated ? 'The file was cut while it was written or copied: make it again.' : undefined,
    );
  }
}

/** How the wrapper of hashicorp/setup-terraform begins what it prints. */
const COMMAND = '[command]';

/** The line of Terraform, where a CI wrapper prints others before and after it. */
const withoutWrapper = (text: string): string =>
  text.startsWith(COMMAND) ? (text.split(/\r?\n/).find((line) => line.startsWith('{')) ?? text) : text;

/** Refuses formats whose meaning is not known here: a wrong reading would look like an answer. */
export function checkFormatVersion(
  content: unknown,
  where: string,
  what: string,
  majors: readonly string[],
): asserts content is Record<string, unknown> {
  if (!isObject(content)) throw new UnreadableError(where, what, describeKind(content));
  const version = content['format_version'];
  if (typeof version !== 'string') {
    const raw = 'lineage' in content && 'serial' in content;
    throw new UnreadableError(
      where,
      `${what} with a format_version`,
      raw ? 'a raw state file' : describeKind(content),
      raw ? 'Run `terraform show -json` in its stack; the raw file has no stable format.' : undefined,
    );
  }
  if (!majors.includes(version.split('.')[0] ?? '')) {
    throw new UnreadableError(
      where,
      `format_version ${majors.map((major) => `${major}.x`).join(' or ')}`,
      version,
      'This Terraform is newer than this version of Gatehouse: upgrade Gatehouse.',
    );
  }
}
