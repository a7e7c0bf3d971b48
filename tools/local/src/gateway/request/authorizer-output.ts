import { evaluate } from '@gatehouse/policy';
import { accessDenied, authorizerConfigurationError } from '../errors';
import { type Exchange } from '../exchange';
import { requestKeys, resourcePolicyOf } from '../iam';

/** What a Lambda authorizer says of a caller. */
export interface AuthorizerOutput {
  readonly authorizer: string;
  readonly principalId: string;
  readonly policyDocument: unknown;
  /** Every value a string. */
  readonly context: Readonly<Record<string, string>>;
  /** An API key, where the API takes keys from its authorizer. */
  readonly usageIdentifierKey?: string;
}

/**
 * Reads the result of a Lambda authorizer.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 *
 * @throws GatewayError 500 when it is malformed
 */
export function authorizerOutput(payload: string, authorizer: string): AuthorizerOutput {
  const result = JSON.parse(payload) as unknown;
  const malformed = (why: string) => authorizerConfigurationError(`authorizer ${authorizer} returned ${why}`);
  if (typeof result !== 'object' || result === null || Array.isArray(result)) throw malformed('no object');
  const { principalId, policyDocument, context, usageIdentifierKey } = result as Record<string, unknown>;
  if (typeof principalId !== 'string' || principalId === '') throw malformed('no principalId');
  if (typeof policyDocument !== 'object' || policyDocument === null) throw malformed('no policyDocument');
  const entries = Object.entries((context ?? {}) as Record<string, unknown>);
  const nested = entries.find(([, value]) => typeof value === 'object' && value !== null);
  if (nested) throw malformed(`a context whose "${nested[0]}" is no string, number or boolean`);
  return {
    authorizer,
    principalId,
    policyDocument,
    context: Object.fromEntries(
      entries.filter(([, value]) => value !== null).map(([name, value]) => [name, String(value)]),
    ),
    ...(typeof usageIdentifierKey === 'string' && { usageIdentifierKey }),
  };
}

/**
 * @throws GatewayError unless the authorizer's policy or the API's resource policy allows the method, and none denies it
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 */
export function applyPolicy(
  { authorizer, policyDocument, principalId }: AuthorizerOutput,
  exchange: Exchange,
  methodArn: string,
): void {
  const { served } = exchange;
  const account = served.deployment.api.executionArn.split(':')[4];
  const resource = resourcePolicyOf(served.deployment.api);
  const { problems, verdict } = evaluate(
    {
      principal: { type: 'user', arn: `arn:aws:iam::${account}:user/${encodeURIComponent(principalId)}` },
      action: 'execute-api:Invoke',
      resource: methodArn,
      context: requestKeys(exchange),
    },
    {
      identity: [{ name: `policy of authorizer ${authorizer}`, document: policyDocument }],
      ...(resource && { resource }),
    },
  );
  if (verdict === 'allowed') return;
  const [problem] = problems;
  if (problem) {
    throw authorizerConfigurationError(`authorizer ${authorizer}: its policy's ${problem.at}: ${problem.message}`);
  }
  throw accessDenied(
    `the policy of authorizer ${authorizer} does not allow ${methodArn}`,
    verdict === 'explicitlyDenied',
  );
}
