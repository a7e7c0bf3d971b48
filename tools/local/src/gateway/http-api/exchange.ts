import { randomUUID } from 'node:crypto';
import { type HttpStage } from '@gatehouse/surface';
import { type GatewayRequest } from '../exchange';
import { type HeldFunctions } from '../functions/functions';
import { parseQuery, type Query } from '../request/query';
import { type HttpDeployment, type ServedHttpRoute } from './deployment';
import { type HttpApiError } from './errors';
import { type Target } from './target';

/** A stage with what is deployed to it. */
export interface ServedHttpStage {
  readonly stage: HttpStage;
  readonly deployment: HttpDeployment;
}

/** What the guard of a route learned of the caller; only one member is there. */
export interface Authorized {
  readonly jwt?: { readonly claims: Readonly<Record<string, string>>; readonly scopes: readonly string[] | null };
  /** The context that a Lambda authorizer gave. */
  readonly lambda?: Readonly<Record<string, unknown>> | null;
  readonly iam?: Readonly<Record<string, unknown>>;
}

/** What is known of a request to an HTTP API on its way through the gateway. */
export interface HttpExchange {
  readonly request: GatewayRequest;
  readonly served: ServedHttpStage;
  /** As they were when the request came, like the stage. */
  readonly functions: Pick<HeldFunctions, 'invoke'>;
  /** What routes are matched with: without stage and key of a mapping. */
  readonly path: string;
  /** Without the key of a mapping, with a named stage. */
  readonly rawPath: string;
  /** As sent. */
  readonly fullPath: string;
  readonly query: Query;
  readonly requestId: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  route?: ServedHttpRoute;
  /** Who is calling, as a guard found out. */
  caller?: string;
  /** Why the gateway answered itself. */
  failure?: HttpApiError;
  /** Decoded. */
  pathParameters?: Readonly<Record<string, string>>;
  authorizer?: Authorized;
  /** Of a Lambda authorizer that answers a policy. */
  principalId?: string;
  /** Members of `requestContext.identity` that a guard knows. */
  identity?: Readonly<Record<string, string | null>>;
  /** The tracing header sent to the integration. */
  traceId?: string;
  integration?: { status?: number; latency?: number; error?: string; requestId?: string };
}

export function newHttpExchange(
  request: GatewayRequest,
  served: ServedHttpStage,
  { fullPath, path, queryString, rawPath }: Target,
  functions: HttpExchange['functions'],
): HttpExchange {
  return {
    ...{ request, served, functions, path, rawPath, fullPath },
    query: parseQuery(queryString),
    requestId: newRequestId(),
    startedAt: Date.now(),
  };
}

/** `JKJaXmPLvHcESHA=` */
export const newRequestId = (): string => `${Buffer.from(randomUUID()).toString('base64').slice(0, 15)}=`;
