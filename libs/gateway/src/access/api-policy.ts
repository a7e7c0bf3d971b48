import { type Endpoint } from '../settings/endpoint';
import { type ApiPolicyStatement } from './resource-policy';

type OneOrMore = readonly [string, ...string[]];
type Statements = readonly ApiPolicyStatement[];

/** Everyone is refused whose request lacks this. */
const refuseUnless = (operator: string, key: string, values: readonly string[]): ApiPolicyStatement => ({
  effect: 'Deny',
  principals: '*',
  conditions: { [operator]: { [key]: [...values] } },
});

const everyone: ApiPolicyStatement = { effect: 'Allow', principals: '*' };

/**
 * Resource policies that many APIs have; lists of statements, to which others may be added. Each only narrows: who may call a route
 * stays what its guard says.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 * @example
 * new RestApi(this, 'api', { name: 'reports', stage, policy: ApiPolicy.onlyFromIps('203.0.113.0/24') });
 */
export const ApiPolicy = {
  /** Calls from these addresses only, each an address or a CIDR block; of a public API. */
  onlyFromIps: (...cidrs: OneOrMore): Statements => [everyone, refuseUnless('NotIpAddress', 'aws:SourceIp', cidrs)],

  /** Calls through these VPC endpoints only. */
  onlyFromVpcEndpoints: (...ids: OneOrMore): Statements => [
    everyone,
    refuseUnless('StringNotEquals', 'aws:SourceVpce', ids),
  ],

  /** Calls from these VPCs only. */
  onlyFromVpcs: (...ids: OneOrMore): Statements => [everyone, refuseUnless('StringNotEquals', 'aws:SourceVpc', ids)],

  /** Signed calls of accounts of these AWS organizations only: `o-a1b2c3d4e5`. Its routes have `Auth.iam`. */
  onlyOrganizations: (...ids: OneOrMore): Statements => [
    { effect: 'Allow', principals: '*', conditions: { StringEquals: { 'aws:PrincipalOrgID': [...ids] } } },
  ],
} as const;

/**
 * The policy of an API: a private one lets in nobody without a policy, and refuses everyone who comes another way.
 *
 * @returns undefined for none
 */
export function policyOf(endpoint: Endpoint | undefined, policy: Statements | undefined): Statements | undefined {
  const ids = endpoint?.vpcEndpointIds;
  if (ids === undefined) return policy;
  return [...(policy ?? [everyone]), refuseUnless('StringNotEquals', 'aws:SourceVpce', ids)];
}
