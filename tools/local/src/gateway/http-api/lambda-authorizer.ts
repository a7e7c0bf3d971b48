import { evaluate } from '@gatehouse/policy';
import { type HttpAuthorizer } from '@gatehouse/surface';
import { messageOf } from '../errors';
import { FunctionError, NotPermittedError } from '../functions/function-error';
import { ResultCache } from '../request/result-cache';
import { forbidden, internal, unauthorized } from './errors';
import { lambdaEvent, lambdaEventV1 } from './event';
import { type HttpExchange } from './exchange';
import { type HttpGuard } from './guard';
import { functionArnIn } from './lambda';
import { requestValue } from './values';

/** What a Lambda authorizer said. */
interface Output {
  readonly allows: (exchange: HttpExchange) => boolean;
  readonly context: Readonly<Record<string, unknown>> | null;
  readonly principalId?: string;
}

/**
 * An authorizer of type REQUEST: a function that answers with a policy, or with `isAuthorized`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export function lambdaAuthorizer(authorizer: HttpAuthorizer): HttpGuard {
  // Without identity sources nothing tells callers apart.
  const results = new ResultCache<Output>(authorizer.identitySources.length > 0 ? authorizer.resultTtl : 0);
  return async (exchange) => {
    const identity = identityOf(authorizer, exchange);
    const key = JSON.stringify([exchange.served.stage.name, identity]);
    const output = await results.get(key, () => call(authorizer, exchange, identity));
    exchange.caller = `${output.principalId ?? 'someone'} (authorizer ${authorizer.name})`;
    if (!output.allows(exchange)) throw forbidden(`authorizer ${authorizer.name} does not allow it`);
    exchange.principalId = output.principalId;
    exchange.authorizer = { lambda: output.context };
  };
}

/** The values that tell callers apart; all must be there, or the function is not called. */
const identityOf = ({ identitySources }: HttpAuthorizer, exchange: HttpExchange): string[] =>
  identitySources.map((source) => {
    const value = requestValue(source, exchange);
    if (!value) throw unauthorized(`it lacks ${source}`);
    return value;
  });

async function call(authorizer: HttpAuthorizer, exchange: HttpExchange, identity: readonly string[]): Promise<Output> {
  const { executionArn } = exchange.served.deployment.api;
  const caller = { service: 'apigateway.amazonaws.com', sourceArn: `${executionArn}/authorizers/${authorizer.id}` };
  const event = JSON.stringify(eventOf(authorizer, exchange, identity));
  const arn = functionArnIn(authorizer.uri, exchange);
  const payload = await exchange.functions.invoke(arn, event, caller).catch((error: unknown) => {
    if (!(error instanceof FunctionError || error instanceof NotPermittedError)) throw error;
    const says = error instanceof FunctionError ? error.failure?.message : undefined;
    if (says === 'Unauthorized') throw unauthorized(`authorizer ${authorizer.name} says Unauthorized`);
    throw internal(`authorizer ${authorizer.name}: ${messageOf(error)}`);
  });
  return outputOf(payload, authorizer);
}

/** The event of an integration without its body, and with the values that identify the caller. */
function eventOf({ payloadFormat }: HttpAuthorizer, exchange: HttpExchange, identity: readonly string[]): object {
  const isV1 = payloadFormat === '1.0';
  const { version, ...event } = isV1 ? lambdaEventV1(exchange) : lambdaEvent(exchange);
  const entries = Object.entries(event).filter(([name]) => name !== 'body' && name !== 'isBase64Encoded');
  const source = identity.join(',');
  const own = isV1
    ? { methodArn: routeArn(exchange), identitySource: source, authorizationToken: source }
    : { routeArn: routeArn(exchange), identitySource: identity };
  return { version, type: 'REQUEST', ...own, ...Object.fromEntries(entries) };
}

const routeArn = ({ path, request, served }: HttpExchange): string =>
  `${served.deployment.api.executionArn}/${served.stage.name}/${request.method}${path}`;

/** @throws HttpApiError 500 for what is neither a policy nor, where that may be, a simple answer */
function outputOf(payload: string, { name, simpleResponses }: HttpAuthorizer): Output {
  const result = JSON.parse(payload) as unknown;
  const malformed = (why: string) => internal(`authorizer ${name} returned ${why}`);
  if (typeof result !== 'object' || result === null || Array.isArray(result)) throw malformed('no object');
  const { context = null, errorMessage, isAuthorized, policyDocument, principalId } = result as Record<string, unknown>;
  if (errorMessage === 'Unauthorized') throw unauthorized(`authorizer ${name} says Unauthorized`);
  if (context !== null && (typeof context !== 'object' || Array.isArray(context)))
    throw malformed('a context that is no object');
  const known = { context: context as Output['context'] };
  if (simpleResponses) {
    if (typeof isAuthorized !== 'boolean') throw malformed('no isAuthorized');
    return { ...known, allows: () => isAuthorized };
  }
  if (typeof policyDocument !== 'object' || policyDocument === null) throw malformed('no policyDocument');
  if (typeof principalId !== 'string' || principalId === '') throw malformed('no principalId');
  return { ...known, principalId, allows: (exchange) => allowedBy(policyDocument, name, principalId, exchange) };
}

function allowedBy(document: object, name: string, principalId: string, exchange: HttpExchange): boolean {
  const account = exchange.served.deployment.api.executionArn.split(':')[4];
  const { problems, verdict } = evaluate(
    {
      principal: { type: 'user', arn: `arn:aws:iam::${account}:user/${encodeURIComponent(principalId)}` },
      action: 'execute-api:Invoke',
      resource: routeArn(exchange),
      context: { 'aws:SourceIp': exchange.request.sourceIp },
    },
    { identity: [{ name: `policy of authorizer ${name}`, document }] },
  );
  const [problem] = problems;
  if (problem) throw internal(`authorizer ${name}: its policy's ${problem.at}: ${problem.message}`);
  return verdict === 'allowed';
}
