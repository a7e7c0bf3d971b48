import { UserError } from '@gatehouse/cli-kit';
import { type RestAuthorizer } from '@gatehouse/surface';
import { authorizerConfigurationError, authorizerFailure, GatewayError, messageOf, unauthorized } from '../errors';
import { type Exchange } from '../exchange';
import { FunctionError, NotPermittedError } from '../functions/function-error';
import { functionArn, type InvokeParts } from '../integration/call-function';
import { checkInvoker } from '../integration/invoker';
import { lambdaEvent } from '../integration/lambda-event';
import { mappedValue } from '../substitute';
import { applyPolicy, type AuthorizerOutput, authorizerOutput } from './authorizer-output';
import { type Guard } from './guard';
import { ResultCache } from './result-cache';

/**
 * An authorizer of type TOKEN or REQUEST: a function that answers with an IAM policy.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
 */
export function lambdaAuthorizer(authorizer: RestAuthorizer, parts: InvokeParts): Guard {
  const sources = identitySources(authorizer);
  const validation = validationPattern(authorizer);
  const results = new ResultCache<AuthorizerOutput>(authorizer.resultTtl);
  return async (exchange) => {
    const identity = identityOf(sources, exchange);
    if (authorizer.type === 'TOKEN' && validation && !validation.test(identity[0] ?? '')) {
      throw unauthorized('its token does not match the validation expression of the authorizer');
    }
    const key = JSON.stringify([exchange.served.stage.name, identity]);
    const startedAt = Date.now();
    const output = await results.get(key, () => call(authorizer, exchange, identity, parts));
    exchange.caller = `${output.principalId} (authorizer ${authorizer.name})`;
    applyPolicy(output, exchange, methodArn(exchange));
    exchange.usageIdentifierKey = output.usageIdentifierKey;
    exchange.authorizer = {
      principalId: output.principalId,
      integrationLatency: Date.now() - startedAt,
      ...output.context,
    };
  };
}

async function call(
  authorizer: RestAuthorizer,
  exchange: Exchange,
  identity: readonly string[],
  parts: InvokeParts,
): Promise<AuthorizerOutput> {
  const event = JSON.stringify(eventOf(authorizer, exchange, identity));
  const arn = functionArn(authorizer.uri, exchange);
  const payload = await exchange.functions
    .invoke(arn, event, await invokerOf(authorizer, arn, exchange, parts))
    .catch((error: unknown) => {
      if (error instanceof NotPermittedError) throw authorizerConfigurationError(error.message);
      if (!(error instanceof FunctionError)) throw error;
      // The one text that means 401: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
      if (error.failure?.message === 'Unauthorized')
        throw unauthorized(`authorizer ${authorizer.name} says Unauthorized`);
      throw authorizerFailure(`authorizer ${authorizer.name}: ${messageOf(error)}`);
    });
  return authorizerOutput(payload, authorizer.name);
}

/** With a role its policies decide, otherwise who is let in by the function's own. */
async function invokerOf({ credentials, id }: RestAuthorizer, arn: string, exchange: Exchange, parts: InvokeParts) {
  const { executionArn } = exchange.served.deployment.api;
  if (!credentials) return { service: 'apigateway.amazonaws.com', sourceArn: `${executionArn}/authorizers/${id}` };
  return checkInvoker(credentials, arn, exchange, parts).catch((error: unknown) => {
    throw error instanceof GatewayError && error.status === 500 ? authorizerConfigurationError(error.message) : error;
  });
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html */
function eventOf({ type }: RestAuthorizer, exchange: Exchange, identity: readonly string[]): object {
  if (type === 'TOKEN') return { type, methodArn: methodArn(exchange), authorizationToken: identity[0] };
  const entries = Object.entries(lambdaEvent(exchange)).filter(
    ([name]) => name !== 'body' && name !== 'isBase64Encoded',
  );
  // Unlike the event of an integration, maps without entries are empty.
  const members = entries.map(([name, value]) => [name, value ?? {}]);
  return { type, methodArn: methodArn(exchange), ...Object.fromEntries(members) };
}

const methodArn = ({ served, request, path }: Exchange): string =>
  `${served.deployment.api.executionArn}/${served.stage.name}/${request.method}${path}`;

/** The values that tell callers apart; all must be there, or the function is not called. */
function identityOf(sources: readonly string[], exchange: Exchange): string[] {
  return sources.map((source) => {
    const value = mappedValue(source, exchange);
    if (!value) throw unauthorized(`it lacks ${source}`);
    return value;
  });
}

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html#apigw-CreateAuthorizer-request-identitySource */
const identitySources = ({ identitySource }: RestAuthorizer): string[] =>
  identitySource
    .split(',')
    .map((source) => source.trim())
    .filter(Boolean);

function validationPattern({ address, identityValidationExpression }: RestAuthorizer): RegExp | undefined {
  if (!identityValidationExpression) return undefined;
  try {
    return new RegExp(`^(?:${identityValidationExpression})$`);
  } catch (error) {
    throw new UserError(`${address}: identity_validation_expression is not a regular expression: ${messageOf(error)}`, {
      cause: error,
    });
  }
}
