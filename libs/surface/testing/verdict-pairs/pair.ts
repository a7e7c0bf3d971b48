import type { HandChange } from '../hand-plan';

/** A change of one resource in which a rule fires that the table of its type names. */
export interface Pair {
  readonly before: object | null;
  readonly after: object | null;
  /** What else the plan has, by address. @default - nothing */
  readonly with?: Readonly<Record<string, HandChange>>;
}

/** By `type rule`. */
export type Pairs = Readonly<Record<string, Pair>>;

export const pair = (before: object | null, after: object | null, more: Pair['with'] = {}): Pair => ({
  ...{ before, after },
  with: more,
});

/** A resource that the plan has, and does not change. */
export const stays = (values: Readonly<Record<string, unknown>>): HandChange => [values, values];

/** The address of the resource that changes. */
export const addressOf = (key: string): string => `${key.split(' ')[0] ?? ''}.a`;

export const ruleOf = (key: string): string => key.split(' ')[1] ?? '';
