import { type HttpApi } from '@gatehouse/surface';
import { type HandlerHooks } from '../handle';
import { type Answer, type GatewayRequest } from '../exchange';
import { setHeader } from '../headers';
import { unsendable } from '../http/sendable';
import { printable } from '../../printable';
import { described, recordOf, unverified } from '../record';
import { httpLogLine } from './access-log';
import { isPreflight, preflightAnswer, withCors } from './cors';
import { forbidden, HttpApiError, internal, notFound } from './errors';
import { type HttpExchange, newHttpExchange, newRequestId } from './exchange';
import { type HttpStages } from './stages';
import { type Mapping, type Target, targetOf } from './target';

/** An HTTP API as it is served at a moment. */
export interface HttpServing {
  readonly httpApi: HttpApi;
  readonly stages: HttpStages;
  readonly mappings: readonly Mapping[];
}

/** The data plane of an HTTP API. Order of checks: stage, route, guard, throttle, integration. */
export async function handleHttp(serving: HttpServing, request: GatewayRequest, hooks: HandlerHooks): Promise<Answer> {
  const { httpApi, mappings, stages } = serving;
  const target = targetOf(request, new Set(stages.keys()), mappings);
  if (target.byDefaultEndpoint && httpApi.defaultEndpointDisabled) {
    return withoutStage(serving, request, target, hooks, forbidden('the default endpoint of the API is disabled'));
  }
  const served = target.stage === undefined ? undefined : stages.get(target.stage);
  if (!served) return withoutStage(serving, request, target, hooks, notFound('no stage is served at that path'));
  const functions = hooks.holdFunctions();
  const exchange = newHttpExchange(request, served, target, functions);
  const ran = await run(exchange).finally(functions.release);
  const answer = withRequestId(withCors(served.deployment.api.cors, request, ran), exchange.requestId);
  const { accessLog } = served.stage;
  if (accessLog) hooks.onAccessLog(httpLogLine(accessLog.format, exchange, answer));
  hooks.onRequest(recordOf(exchange, answer));
  return answer;
}

async function run(exchange: HttpExchange): Promise<Answer> {
  try {
    const answer = await serve(exchange);
    const problem = unsendable(answer);
    if (problem) throw internal(`HTTP cannot carry the answer: ${problem}`);
    return answer;
  } catch (thrown) {
    const error = thrown instanceof HttpApiError ? thrown : unexpected(thrown);
    exchange.failure = error;
    return answerOf(error);
  }
}

/** What ANY stands for: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html */
const VERBS = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']);

async function serve(exchange: HttpExchange): Promise<Answer> {
  const { path, request, served } = exchange;
  const { api, router, throttle } = served.deployment;
  const asks = api.cors !== undefined && isPreflight(request);
  const match = VERBS.has(request.method) ? router(request.method, path) : undefined;
  if (!match && asks) return preflightAnswer;
  if (!match) throw notFound(`no route of ${api.address} matches`);
  exchange.route = match.route;
  exchange.pathParameters = decoded(match.pathParameters);
  await match.route.guard(exchange);
  throttle.check(exchange);
  if (asks) return preflightAnswer;
  const before = Date.now();
  return match.route.integrate(exchange).finally(() => {
    exchange.integration = { ...exchange.integration, latency: Date.now() - before };
  });
}

/** A value that is no valid percent-encoding stays as it was sent. */
function decoded(parameters: Readonly<Record<string, string>>): Record<string, string> {
  const decode = (value: string): string => {
    try {
      return decodeURIComponent(value);
    } catch {
      return value;
    }
  };
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, decode(value)]));
}

const unexpected = (thrown: unknown): HttpApiError => internal((thrown as Error | undefined)?.stack ?? String(thrown));

const answerOf = ({ headers, status, text }: HttpApiError): Answer => ({
  status,
  headers: headers.map(([name, value]) => [name, value]),
  body: JSON.stringify({ message: text }),
});

function withRequestId(answer: Answer, requestId: string): Answer {
  const headers = [...answer.headers];
  setHeader(headers, 'apigw-requestid', requestId);
  return { ...answer, headers };
}

/** Without a stage nothing is logged. */
function withoutStage(
  { httpApi }: HttpServing,
  request: GatewayRequest,
  { fullPath, stage = '' }: Target,
  { onRequest }: HandlerHooks,
  error: HttpApiError,
): Answer {
  const id = newRequestId();
  onRequest({
    id,
    at: new Date().toISOString(),
    apiId: httpApi.id,
    api: httpApi.name,
    stage: printable(stage),
    ...described(request, fullPath),
    who: unverified(request),
    status: error.status,
    why: printable(error.message),
    milliseconds: 0,
  });
  return withRequestId(answerOf(error), id);
}
