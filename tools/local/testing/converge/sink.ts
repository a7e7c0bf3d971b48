import { type Fault } from './fault';

/** How the arguments of a kitchen sink's resources are changed, each in a copy of its own. */
export interface Sink {
  /** In the table. */
  readonly title: string;
  /** Whether the arguments of a resource are changed. */
  readonly isTried: (type: string, name: string) => boolean;
  /** Of each type the resource with most arguments, or any that has the argument. */
  readonly instances: 'richest' | 'all';
  /** Arguments that stay as they are: what names a resource in AWS, and would make another of it. */
  readonly identities: ReadonlySet<string>;
  /** Whether a copy of the one type needs a copy of what it refers to; what is not copied is shared. */
  readonly isCopiedWith: (type: string, referred: string) => boolean;
  /** Whether a copy of the second type brings copies of the first, which refer to it. @default - it does not */
  readonly dependsOn?: (type: string, referred: string) => boolean;
  /** How a copy gets a name of its own, by `type.argument`; undefined where the argument stays. */
  readonly nameOf: (argument: string, value: string, mark: string) => string | undefined;
  /** Another value that AWS takes, by type and path, by path, or by the argument's name; undefined: none is known. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether what is left out and not seen is compared with a resource that never had it: kept, or the default. */
  readonly tellsKept: boolean;
  /** Changes that are known to go wrong. */
  readonly faults: readonly Fault[];
  /** @default - the copies are added to all that the stack has */
  readonly alone?: Alone;
  /** @default - nothing is asked what it serves */
  readonly served?: Served;
}

/** The copies with what they need: the rest of the stack is left out. */
export interface Alone {
  /** Addresses that are there too. */
  readonly always: readonly string[];
  /** Addresses that do without what they are to wait for, and so do copies of them. */
  readonly loose: readonly string[];
}

/** What callers must see after a deploy. */
export interface Served {
  /** Address of the API that the copies share. */
  readonly api: string;
  readonly stage: string;
  /** Name of the `aws_api_gateway_deployment` that the copies are in. @default - the stage deploys by itself */
  readonly deployment?: string;
}

export type Json = Readonly<Record<string, unknown>>;
export type Resources = Readonly<Record<string, Readonly<Record<string, Json>>>>;
