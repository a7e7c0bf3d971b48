import { randomUUID } from 'node:crypto';
import { type RestApi } from '@gatehouse/surface';
import { type HandledRequest } from '../requests-log';
import { accessLogLine } from './access-log';
import { decodeRequest, encodeAnswer } from './compression';
import { badGateway, configurationError, GatewayError } from './errors';
import {
  type Answer,
  type Exchange,
  type GatewayRequest,
  newExchange,
  type ServedStage,
  splitTarget,
  type Target,
} from './exchange';
import { finish } from './finish';
import { type HeldFunctions } from './functions/functions';
import { unsendable } from './http/sendable';
import { printable } from '../printable';
import { described, recordOf, unverified } from './record';
import { unmatched } from './request/unmatched';
import { type Stages } from './stages';

export interface HandlerHooks {
  /** The functions of this moment, for one request. */
  readonly holdFunctions: () => HeldFunctions;
  /** A line in the format of the stage's access log. */
  readonly onAccessLog: (line: string) => void;
  /** Each request when it is answered: who asked, and why the gateway refused or failed it. */
  readonly onRequest: (request: HandledRequest) => void;
}

/** An API as it is served at a moment. */
export interface Serving {
  readonly api?: RestApi;
  readonly stages: Stages;
}

/** The data plane of a REST API without a socket. Order of checks: route, guard, API key, throttle, request validator, integration. */
export async function handleRest(
  { api, stages }: Serving,
  request: GatewayRequest,
  hooks: HandlerHooks,
): Promise<Answer> {
  const target = splitTarget(request.target);
  const stage = stages.get(target.stage);
  if (!stage) return noSuchStage(request, target, api, hooks);
  const served = forOneRequest(stage);
  const functions = hooks.holdFunctions();
  const exchange = newExchange(request, served, target, functions);
  const answer = encodeAnswer(exchange, finish(exchange, await run(exchange).finally(functions.release)));
  const { accessLog } = served.stage;
  if (accessLog) hooks.onAccessLog(accessLogLine(accessLog.format, exchange, answer));
  hooks.onRequest(recordOf(exchange, answer));
  return answer;
}

/** Its canary, at random: https://docs.aws.amazon.com/apigateway/latest/developerguide/canary-release.html */
function forOneRequest(served: ServedStage): ServedStage {
  const { canary } = served;
  if (!canary) return served;
  return Math.random() * 100 < canary.percent ? { ...canary, isCanary: true } : { ...served, isCanary: false };
}

async function run(exchange: Exchange): Promise<Answer> {
  try {
    const answer = await serve(exchange);
    const problem = unsendable(answer);
    if (problem) throw badGateway(`HTTP cannot carry the answer: ${problem}`);
    return answer;
  } catch (thrown) {
    const error = thrown instanceof GatewayError ? thrown : unexpected(thrown);
    exchange.failure = error;
    return exchange.served.deployment.respond(error, exchange);
  }
}

/** What ANY stands for: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html */
const VERBS = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']);

async function serve(exchange: Exchange): Promise<Answer> {
  const { request, served } = exchange;
  const match = VERBS.has(request.method) ? served.deployment.router(request.method, exchange.path) : undefined;
  if (!match) throw unmatched(request, served.deployment.api);
  exchange.route = match.route;
  exchange.pathParameters = match.pathParameters;
  await match.route.guard(exchange);
  if (match.route.definition.apiKeyRequired) await served.deployment.usagePlans.check(exchange);
  served.deployment.throttle.check(exchange);
  decodeRequest(exchange);
  match.route.validate?.(exchange);
  const before = Date.now();
  return match.route.integrate(exchange).finally(() => {
    exchange.integration = { ...exchange.integration, latency: Date.now() - before };
  });
}

const unexpected = (thrown: unknown): GatewayError =>
  configurationError((thrown as Error | undefined)?.stack ?? String(thrown));

/** No stage of that name: the API's own gateway responses do not apply. */
function noSuchStage(
  request: GatewayRequest,
  { fullPath, stage }: Target,
  api: RestApi | undefined,
  { onRequest }: HandlerHooks,
): Answer {
  const [id, status] = [randomUUID(), 403];
  onRequest({
    id,
    at: new Date().toISOString(),
    apiId: api?.id ?? '',
    api: api?.name ?? '',
    stage: printable(stage),
    ...described(request, fullPath),
    who: unverified(request),
    status,
    why: printable(`no stage "${stage}" is served here`),
    milliseconds: 0,
  });
  return {
    status,
    headers: [
      ['x-amzn-RequestId', id],
      ['x-amzn-ErrorType', 'ForbiddenException'],
      ['Content-Type', 'application/json'],
    ],
    body: '{"message":"Forbidden"}',
  };
}
