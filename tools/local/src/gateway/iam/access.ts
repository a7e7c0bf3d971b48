import {
  accessDenied,
  type Context,
  type Decision,
  evaluate,
  type Policies,
  type PolicyRequest,
  remedies,
} from '@gatehouse/policy';
import { type Caller } from '../../emulator/caller';
import { contextOfCaller, policiesOfCaller } from '../../emulator/caller-policies';
import { GatewayError } from '../errors';
import { header } from '../headers';
import { type IamExchange } from './exchange';
import { resourcePolicyOf } from './policy-document';

/**
 * Lets a caller with AWS credentials pass where its role or the API's resource policy allows it, and nothing denies it.
 *
 * @throws GatewayError 403
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 */
export function checkAccess(exchange: IamExchange, caller: Caller): void {
  const resource = resourcePolicyOf(exchange.served.deployment.api);
  const context = contextOfCaller(caller);
  check(
    exchange,
    { principal: caller.principal, context },
    { ...policiesOfCaller(caller), ...(resource && { resource }) },
  );
}

/**
 * Lets everyone else pass where the API's resource policy, if it has one, allows everyone: API Gateway asks it for public routes
 * too, and after a token is accepted.
 *
 * @throws GatewayError 403
 */
export function checkResourcePolicy(exchange: IamExchange): void {
  const resource = resourcePolicyOf(exchange.served.deployment.api);
  if (resource !== undefined) check(exchange, { principal: { type: 'anonymous' } }, { resource });
}

/**
 * Refuses whom the API's resource policy denies: before a Lambda authorizer is called.
 *
 * @throws GatewayError 403
 */
export function checkDenials(exchange: IamExchange): void {
  const resource = resourcePolicyOf(exchange.served.deployment.api);
  if (resource !== undefined) check(exchange, { principal: { type: 'anonymous' } }, { resource }, 'explicitlyDenied');
}

function check(
  exchange: IamExchange,
  { context, principal }: Pick<PolicyRequest, 'context' | 'principal'>,
  policies: Policies,
  only?: Decision['verdict'],
): void {
  const { path, request, served } = exchange;
  const { executionArn } = served.deployment.api;
  const asked: PolicyRequest = {
    principal,
    action: 'execute-api:Invoke',
    resource: `${executionArn}/${served.stage.name}/${request.method}${path}`,
    context: { ...requestKeys(exchange), ...context },
  };
  const decision = evaluate(asked, policies);
  if (decision.verdict === 'allowed' || (only !== undefined && decision.verdict !== only)) return;
  const text = accessDenied({ ...asked, resource: withoutAccount(asked.resource) }, decision);
  throw new GatewayError(
    'ACCESS_DENIED',
    403,
    'AccessDeniedException',
    text,
    [accessDenied(asked, decision), ...remedies(decision)].join(' '),
  );
}

/** Of its account API Gateway tells four digits. */
const withoutAccount = (arn: string): string => arn.replace(/:\d{8}(?=\d{4}:)/, ':********');

/**
 * Condition keys of a request. A request to a private API came through no VPC endpoint, unless it says that it did.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-aws-condition-keys.html
 */
export function requestKeys({ request, served, startedAt }: IamExchange): Context {
  const isPrivate = served.deployment.api.endpointTypes?.includes('PRIVATE');
  return {
    'aws:CurrentTime': new Date(startedAt).toISOString(),
    'aws:EpochTime': Math.floor(startedAt / 1000),
    'aws:Referer': header(request.rawHeaders, 'referer'),
    // Loopback stands for TLS here.
    'aws:SecureTransport': true,
    'aws:UserAgent': header(request.rawHeaders, 'user-agent'),
    ...(isPrivate
      ? { 'aws:SourceVpce': header(request.rawHeaders, 'x-amzn-vpce-id'), 'aws:VpcSourceIp': request.sourceIp }
      : { 'aws:SourceIp': request.sourceIp }),
  };
}
