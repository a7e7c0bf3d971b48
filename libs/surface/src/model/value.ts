/**
 * A value that this reading cannot know: computed at apply, or hidden because Terraform marks it sensitive.
 * Never evidence that nothing changed.
 */
export interface Unknown {
  readonly unknown: true;
  /** The value exists but is secret; it was never copied. */
  readonly sensitive?: true;
  /** What the value is made from, e.g. `aws_api_gateway_authorizer.users.id`; absent: the provider chooses. */
  readonly references?: readonly string[];
  /** Of the URI of an AWS integration: what is known of it, with `{}` in place of the rest. */
  readonly uri?: string;
  /** The stack that `references` belong to, when it is another one. */
  readonly stack?: string;
}

/** A list that may be unknown as a whole or in places. Of `never`: a plain array. */
export type List<T, U> = readonly (T | U)[] | U;

/** A map that may be unknown as a whole or in places. Of `never`: a plain record. */
export type Table<T, U> = Readonly<Record<string, T | U>> | U;

export const isUnknown = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && 'unknown' in value && value.unknown === true;

export const unknown = (references?: readonly string[], stack?: string): Unknown => {
  if (stack !== undefined) return { unknown: true, ...(references?.length ? { references } : {}), stack };
  return references?.length ? { unknown: true, references } : NOT_SAID;
};

/** Readers ask for it as a fallback of nearly every argument, so it is one object. */
const NOT_SAID: Unknown = Object.freeze({ unknown: true });
