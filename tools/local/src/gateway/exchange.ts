import { randomUUID } from 'node:crypto';
import { type Stage } from '@gatehouse/surface';
import { type Deployment, type ServedRoute } from './deployment';
import { type Caller } from '../emulator/caller';
import { type GatewayError } from './errors';
import { type HeldFunctions } from './functions/functions';
import { type Query, parseQuery } from './request/query';

/** One HTTP request as it came in: nothing decoded, nothing dropped. */
export interface GatewayRequest {
  /** Upper case verb. */
  readonly method: string;
  /** Path and query string as sent. */
  readonly target: string;
  /** Names and values in turn, as in `http.IncomingMessage.rawHeaders`. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  readonly sourceIp: string;
  /** e.g. `HTTP/1.1` */
  readonly protocol: string;
}

/** One HTTP response, ready to be written. */
export interface Answer {
  readonly status: number;
  readonly headers: [name: string, value: string][];
  readonly body: Buffer | string;
}

/** A stage with the deployment that it serves. */
export interface ServedStage {
  readonly stage: Stage;
  readonly deployment: Deployment;
  /** What a share of the requests gets in its place. */
  readonly canary?: ServedStage & { readonly percent: number };
  /** Of a stage with a canary, as it serves one request: whether it is the canary. */
  readonly isCanary?: boolean;
}

/** What is known of a request on its way through the gateway; `$context` is made of it. */
export interface Exchange {
  /** Its body decoded, once it may pass, where the API does that. */
  request: GatewayRequest;
  readonly served: ServedStage;
  /** As they were when the request came, like the stage. */
  readonly functions: Pick<HeldFunctions, 'invoke'>;
  /** Without the stage, a leading run of slashes made one. */
  readonly path: string;
  /** With the stage, as sent. */
  readonly fullPath: string;
  readonly query: Query;
  readonly requestId: string;
  readonly extendedRequestId: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  route?: ServedRoute;
  /** Who is calling, as a guard found out: `ada@example.com (ID token)`. */
  caller?: string;
  /** Why the gateway answered itself. */
  failure?: GatewayError;
  /** Not decoded. */
  pathParameters?: Readonly<Record<string, string>>;
  /** What the authorizer says of the caller: `requestContext.authorizer`. */
  authorizer?: Readonly<Record<string, unknown>>;
  /** Members of `requestContext.identity` that a guard knows. */
  identity?: Readonly<Record<string, string | null>>;
  /** Whose AWS credentials signed it, where the method asks for that. */
  signer?: Caller;
  /** The API key that a Lambda authorizer gave. */
  usageIdentifierKey?: string;
  /** The tracing header sent to the integration. */
  traceId?: string;
  integration?: { status?: number; latency?: number; requestId?: string; error?: string };
  error?: { message: string | null; responseType: string; validationErrorString?: string };
}

export function newExchange(
  request: GatewayRequest,
  served: ServedStage,
  target: Target,
  functions: Exchange['functions'],
): Exchange {
  return {
    request,
    served,
    functions,
    path: target.path,
    fullPath: target.fullPath,
    query: parseQuery(target.queryString),
    requestId: randomUUID(),
    extendedRequestId: `${Buffer.from(randomUUID()).toString('base64').slice(0, 15)}=`,
    startedAt: Date.now(),
  };
}

export interface Target {
  readonly stage: string;
  readonly path: string;
  readonly fullPath: string;
  readonly queryString: string;
}

/** `/stage//a/b?c` -> stage `stage`, path `/a/b`, fullPath `/stage//a/b`, queryString `c`. */
export function splitTarget(target: string): Target {
  const question = target.indexOf('?');
  const fullPath = question < 0 ? target : target.slice(0, question);
  const [, stage = '', rest = ''] = /^\/+([^/]*)(.*)$/s.exec(fullPath) ?? [];
  return {
    stage,
    path: `/${rest.replace(/^\/+/, '')}`,
    fullPath,
    queryString: question < 0 ? '' : target.slice(question + 1),
  };
}
