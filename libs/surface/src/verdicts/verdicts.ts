import type { textOrders } from './text-order';

/** What is known of a resource type: what its creation, its deletion and a change of each of its arguments mean. */
export interface TypeVerdicts {
  /** All that it means is in its arguments: one with the same at another address is the same. @default false */
  readonly relation?: boolean;
  /** @default - nothing that its arguments do not say */
  readonly created?: WholeVerdict;
  /** @default - nobody loses or gains anything by it */
  readonly deleted?: WholeVerdict;
  /** By argument, nested ones dotted (`password_policy.minimum_length`): the rules that tell of a worse value. */
  readonly judged?: Readonly<Record<string, string | readonly string[]>>;
  /** By argument: why nobody's access, data or address depends on it. A block stands for all that is in it. */
  readonly harmless?: Readonly<Record<string, string>>;
  /** By argument of `byHand` or `without`, or one reason for all: why its value on a new resource is harmless. */
  readonly new?: string | Readonly<Record<string, string>>;
  /** By argument: why no rule can judge it from a plan. A change of one is a finding, with that reason. */
  readonly byHand?: Readonly<Record<string, string>>;
  /** Arguments that something depends on and nobody has a verdict on: a change of one is a finding. */
  readonly without?: readonly string[];
  /** By argument of `byHand` or `without`, or `created`, `deleted`: rules that judge some of it. Where one tells of it, nothing more is said. */
  readonly partly?: Readonly<Record<string, string | readonly string[]>>;
  /** By argument of `byHand` or `without`: which change of it takes nothing away and opens nothing. */
  readonly better?: Readonly<Record<string, Better>>;
  /** By argument of `judged` or `partly`: which change of it is worse, and what to say of it. */
  readonly worse?: Readonly<Record<string, Worse>>;
}

/** A setting whose worse values are in an order, and one sentence about what that means. */
export interface Worse {
  /** The rule that tells of it. */
  readonly rule: string;
  /** What it means, a sentence: `{name}` is the resource. */
  readonly message: string;
  /** @default - the rule's */
  readonly severity?: 'high' | 'medium';
  /**
   * Values from the worst to the best, an empty one as null, a list of those that mean the same; or numbers of which the
   * lower or the higher is worse; or lists of which that with fewer or with more is; or that a value is set, is there no
   * more, is another one (`changed`), or is another one or there where none was (`different`); or texts in an order.
   */
  readonly by:
    | readonly unknown[]
    | 'lower'
    | 'higher'
    | 'fewer'
    | 'more'
    | 'set'
    | 'removed'
    | 'changed'
    | 'different'
    | keyof typeof textOrders;
  /** The key that counts of a value that is JSON text. @default - all of it */
  readonly part?: string;
  /** A number that means without an end. */
  readonly endless?: number;
  /** What AWS has where nothing is written: a new one is compared with it. @default - a new one is not judged */
  readonly initially?: unknown;
  /** Judged on a new one alone. @default false */
  readonly onlyNew?: boolean;
  /** The argument that names what it belongs to: where that is new too, it is not judged. */
  readonly of?: string;
}

/** What it means that one is created or deleted: a rule tells, or it is harmless, or nobody judges it and it is said. */
export interface WholeVerdict {
  readonly judged?: string | readonly string[];
  readonly harmless?: string;
  /** What is lost or opened by it. */
  readonly without?: string;
  /** The argument that names what it belongs to: made or lost together, it is not reported. */
  readonly of?: string;
  /** Values that it must have had. @default - whatever it had */
  readonly when?: Readonly<Record<string, unknown>>;
}

/** A list with fewer or more items, a lower or higher number; or its values, from the worst to the best. */
export type Better = 'fewer' | 'more' | 'lower' | 'higher' | readonly unknown[];

/** By resource type. */
export type Verdicts = Readonly<Record<string, TypeVerdicts>>;

/** A file of `libs/surface/verdicts`. */
export interface ServiceTable {
  readonly service: string;
  /** How the names of its types begin. */
  readonly prefixes: readonly string[];
  /** How names of types begin that no table has: each change of one is reported. */
  readonly also?: readonly string[];
  readonly types: Verdicts;
  /** Types through which nobody gains or loses access, and why. */
  readonly leftOut?: Readonly<Record<string, string>>;
}
