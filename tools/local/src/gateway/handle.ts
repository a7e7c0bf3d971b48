import { randomUUID } from 'node:crypto';
import { accessLogLine } from './access-log';
import { badGateway, configurationError, GatewayError } from './errors';
import {
  type Answer,
  type Exchange,
  type GatewayRequest,
  newExchange,
  type ServedStage,
  splitTarget,
} from './exchange';
import { finish } from './finish';
import { unsendable } from './http/sendable';
import { printable } from './printable';
import { unmatched } from './request/unmatched';

export interface HandlerHooks {
  /** A line in the format of the stage's access log. */
  readonly onAccessLog: (line: string) => void;
  /** Why the gateway failed a request, for the person who runs it. */
  readonly onProblem: (message: string) => void;
  /** Who may call what a request asked for, and why that request may not. */
  readonly onRefusal: (message: string) => void;
}

export type Handler = (request: GatewayRequest) => Promise<Answer>;

/**
 * The data plane without a socket. Order of checks: route, guard, API key, throttle, request validator, integration.
 *
 * @param stageOf The stage by its name, looked up anew for each request so that a reload takes effect at once.
 */
export function createHandler(stageOf: (name: string) => ServedStage | undefined, hooks: HandlerHooks): Handler {
  return async (request) => {
    const target = splitTarget(request.target);
    const served = stageOf(target.stage);
    if (!served) {
      hooks.onRefusal(printable(`${request.method} ${request.target}: no stage "${target.stage}" is served here`));
      return noSuchStage();
    }
    const exchange = newExchange(request, served, target);
    const answer = finish(exchange, await run(exchange, hooks));
    const { accessLog } = served.stage;
    if (accessLog) hooks.onAccessLog(accessLogLine(accessLog.format, exchange, answer));
    return answer;
  };
}

async function run(exchange: Exchange, hooks: HandlerHooks): Promise<Answer> {
  try {
    const answer = await serve(exchange);
    const problem = unsendable(answer);
    if (problem) throw badGateway(`HTTP cannot carry the answer: ${problem}`);
    return answer;
  } catch (thrown) {
    const error = thrown instanceof GatewayError ? thrown : unexpected(thrown);
    explain(error, exchange, hooks);
    return exchange.served.deployment.respond(error, exchange);
  }
}

function explain({ message, status }: GatewayError, exchange: Exchange, hooks: HandlerHooks): void {
  const { request, fullPath, route } = exchange;
  const line = printable(`${request.method} ${fullPath}: ${message}`);
  if (status >= 500) hooks.onProblem(line);
  else if (route && (status === 401 || status === 403)) hooks.onRefusal(`${line}. Who may call it: ${route.caller}.`);
  else hooks.onRefusal(line);
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
  match.route.validate?.(exchange);
  const before = Date.now();
  return match.route.integrate(exchange).finally(() => {
    exchange.integration = { ...exchange.integration, latency: Date.now() - before };
  });
}

const unexpected = (thrown: unknown): GatewayError =>
  configurationError((thrown as Error | undefined)?.stack ?? String(thrown));

/** No stage of that name: the API's own gateway responses do not apply. */
const noSuchStage = (): Answer => ({
  status: 403,
  headers: [
    ['x-amzn-RequestId', randomUUID()],
    ['x-amzn-ErrorType', 'ForbiddenException'],
    ['Content-Type', 'application/json'],
  ],
  body: '{"message":"Forbidden"}',
});
