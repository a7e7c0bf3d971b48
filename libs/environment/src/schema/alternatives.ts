import { type z } from 'zod';
import { anyValue } from './expected-phrase';

type Issue = z.core.$ZodIssue;
type UnionIssue = z.core.$ZodIssueInvalidUnion;

interface Alternatives {
  /** What may be written, in words that follow "expected". */
  readonly expected: string;
  /** What is wrong inside the value, where it is clear which alternative was meant. */
  readonly inside?: readonly Issue[];
}

/**
 * What may be written in place of a value that none of several schemas accepts. Where the value has the type of one of them
 * alone, what is wrong is inside it; otherwise each is named.
 */
export function alternatives(issue: UnionIssue): Alternatives {
  // The field has a phrase of its own.
  if (issue.message !== anyValue) return { expected: issue.message };
  const { discriminator, options } = issue as { discriminator?: string; options?: readonly unknown[] };
  if (discriminator !== undefined && options !== undefined) {
    const expected = `one of ${options.map((option) => JSON.stringify(option)).join(', ')}`;
    const values = options as z.core.util.Primitive[];
    return { expected, inside: [{ code: 'invalid_value', values, path: issue.path, message: expected }] };
  }
  const meant = issue.errors.filter((issues) => issues.every(isInside));
  if (meant.length === 1) return { expected: anyValue, inside: meant[0]?.map((each) => below(issue.path, each)) };
  const phrases = issue.errors.map((issues) => issues.map(phraseOf).join(' and '));
  return { expected: [...new Set(phrases)].join(', or ') || anyValue };
}

/** Whether the value as a whole is of the right type. */
const isInside = ({ code, path }: Issue): boolean =>
  path.length > 0 || (code !== 'invalid_type' && code !== 'invalid_value' && code !== 'invalid_union');

const below = (path: Issue['path'], issue: Issue): Issue => ({ ...issue, path: [...path, ...issue.path] });

function phraseOf(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return `an object without ${issue.keys.join(', ')}`;
  const phrase = issue.code === 'invalid_union' ? alternatives(issue).expected : issue.message;
  return issue.path.length === 0 ? phrase : `an object with ${issue.path.join('.')}: ${phrase}`;
}
