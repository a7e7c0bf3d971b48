import { createHash } from 'node:crypto';

/**
 * A value that this reading cannot know: computed at apply, or hidden because Terraform marks it sensitive. Never evidence that
 * nothing changed. It is of this class, which nothing that was parsed is, so no document can look like it; as JSON it is the
 * object that its fields are.
 */
export class Unknown {
  readonly unknown = true;
  /** The value exists but is secret; it was never copied. */
  declare readonly sensitive?: true;
  /**
   * What the value is made from, e.g. `aws_api_gateway_authorizer.users.id`. Empty: of nothing that has an address, as a time is.
   * Absent: the provider chooses.
   */
  declare readonly references?: readonly string[];
  /** Nobody wrote it, and what is made is new: it has AWS's default. */
  declare readonly unset?: true;
  /** Of the URI of an AWS integration: what is known of it, with `{}` in place of the rest. */
  declare readonly uri?: string;
  /** The stack that `references` belong to, when it is another one. */
  declare readonly stack?: string;
  /** It is written, and no one can tell what AWS makes of it; equal where the same is written. */
  declare readonly written?: string;
  /** No other object is one for the compiler either. */
  declare private readonly brand: never;

  constructor(known: UnknownFields = {}) {
    if (known.sensitive) this.sensitive = true;
    if (known.unset) this.unset = true;
    if (known.references) this.references = known.references;
    if (known.uri !== undefined) this.uri = known.uri;
    if (known.stack !== undefined) this.stack = known.stack;
    if (known.written !== undefined) this.written = known.written;
  }

  /** The same with more said of it. */
  with(known: UnknownFields): Unknown {
    return new Unknown({ ...this, ...known });
  }
}

type UnknownFields = Partial<Pick<Unknown, 'references' | 'sensitive' | 'stack' | 'unset' | 'uri' | 'written'>>;

/** A list that may be unknown as a whole or in places. Of `never`: a plain array. */
export type List<T, U> = readonly (T | U)[] | U;

/** A map that may be unknown as a whole or in places. Of `never`: a plain record. */
export type Table<T, U> = Readonly<Record<string, T | U>> | U;

/** Whether a value is known only when Terraform applies. */
export const isUnknown = (value: unknown): value is Unknown => value instanceof Unknown;

/** A value where it is known, and a text. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A value that is known only when Terraform applies. */
export const unknown = (references?: readonly string[], stack?: string): Unknown =>
  stack === undefined && references === undefined
    ? NOT_SAID
    : new Unknown({ ...(references && { references }), ...(stack !== undefined && { stack }) });

/** Its value is a secret, and was not copied. */
export const secret = (): Unknown => HIDDEN;

/**
 * Written in a form of which no one can tell what AWS makes of it.
 *
 * @param text what is written; not kept, as there may be secrets in it
 */
export const unreadable = (text: string): Unknown =>
  new Unknown({ references: [], written: createHash('sha256').update(text).digest('base64url') });

/** Whether the same is written in both places, whatever AWS makes of it. */
export const isWrittenAlike = (before: unknown, after: unknown): boolean => {
  const [was, now] = [before, after].map((value) => (Array.isArray(value) ? value : [value]).map(writtenAs));
  return now?.every((text, at) => text !== undefined && text === was?.[at]) ?? false;
};

const writtenAs = (value: unknown): string | undefined => (isUnknown(value) ? value.written : undefined);

/** The configuration leaves it out of a new object. */
export const unset = (): Unknown => LEFT_OUT;

/** Readers ask for it as a fallback of nearly every argument, so it is one object. */
const NOT_SAID = new Unknown();
const HIDDEN = new Unknown({ sensitive: true });
const LEFT_OUT = new Unknown({ unset: true });
