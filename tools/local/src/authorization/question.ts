import { type Context } from '@gatehouse/policy';
import { type Caller } from '../emulator/caller';
import { type HttpRequest } from '../sigv4';

/** What the emulator asks before it does what a request says: the facts of the request, and what it knows itself. */
export interface Question {
  readonly caller: Caller;
  readonly request: HttpRequest;
  readonly sourceIp: string;
  /** By its name in signatures: `monitoring` is CloudWatch. */
  readonly service: string;
  readonly region: string;
  /** By the service's model; null for S3, and where it is not known. */
  readonly operation: string | null;
  readonly parameters: Parameters;
  /** Why operation or parameters are not known. */
  readonly problem: string | null;
  /** Resources that the parameters name; null for a service whose resources the emulator does not tell. */
  readonly resources: readonly KnownResource[] | null;
}

export type Parameters = Readonly<Record<string, unknown>>;

/** A resource in the emulator. */
export interface KnownResource {
  /** How else a request may name it. */
  readonly names: readonly string[];
  readonly arn: string;
  readonly account: string;
  /** As JSON text; null where it has none. */
  readonly policy: string | null;
  readonly tags: Readonly<Record<string, string>>;
  /** Of a bucket: the objects that the request names, with their tags. */
  readonly objects?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Of a table: its partition key, and those of its indexes. */
  readonly hashKey?: string;
  readonly indexKeys?: Readonly<Record<string, string>>;
  /** Of a KMS key. */
  readonly aliases?: readonly string[];
  readonly keySpec?: string;
  readonly keyUsage?: string;
}

/** One thing that a request asks for; a request may ask for several, and is allowed when all are. */
export interface Ask {
  /** `dynamodb:GetItem` */
  readonly action: string;
  /** ARN, or `*`. */
  readonly resource: string;
  /** Condition keys of the service; `undefined` for one that the request is known not to have. */
  readonly context?: Context;
}

/** The emulator cannot tell what a request asks for, so it refuses. */
export class Unmapped extends Error {}
