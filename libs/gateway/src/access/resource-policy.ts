import { ApiGatewayRestApiPolicy } from '@cdktf/provider-aws/lib/api-gateway-rest-api-policy';
import { check, nameInTerraform, policyDocument, type Statement } from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { parseRoute, type RouteKey } from '../route/route-key';
import { checkConditions } from './policy-conditions';
import { routeArn } from './route-arn';

/** Who may, or may not, call an API. */
export interface ApiPolicyStatement {
  readonly effect: 'Allow' | 'Deny';
  /**
   * ARNs of roles and users, 12 digits of accounts, or names of AWS services such as `events.amazonaws.com`; `*` is everyone, callers
   * without credentials too.
   */
  readonly principals: '*' | readonly [string, ...string[]];
  /** @default - every route, of every stage */
  readonly routes?: readonly [RouteKey, ...RouteKey[]];
  /**
   * By operator and condition key: `{ IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } }`.
   * @default - none
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-aws-condition-keys.html
   */
  readonly conditions?: Statement['Condition'];
}

/**
 * The resource policy of an API. It counts for every route, whatever guards it: where there is one, a public route and one for
 * tokens need an `Allow`; an IAM route needs one here or in the caller's role, and from another account both.
 *
 * A resource of its own, also where the API has an OpenAPI body: this version of the provider loses changes of a policy in a body
 * (https://github.com/hashicorp/terraform-provider-aws/issues/38515), and a policy in the API itself cannot name the API.
 *
 * @throws ConstructError without statements, and for principals, conditions and routes that API Gateway refuses. Synthesis fails for a
 * route that the API does not have.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_rest_api_policy
 */
export class ResourcePolicy extends Construct {
  constructor(scope: Construct, id: string, api: ApiContext, statements: readonly ApiPolicyStatement[]) {
    super(scope, id);
    check(scope, statements.length > 0, {
      prop: 'policy',
      expected: 'at least one statement',
      found: statements,
      fix: 'Say who may call the API, or leave out policy',
    });
    const policy = new ApiGatewayRestApiPolicy(this, 'Resource', {
      restApiId: api.restApiId,
      policy: policyDocument(statements.map((statement, index) => this.statementOf(api, statement, index))),
    });
    nameInTerraform(policy, api.terraformName);
  }

  private statementOf(api: ApiContext, statement: ApiPolicyStatement, index: number): Statement {
    const { conditions, effect, principals, routes } = statement;
    this.checkPrincipals(principals, `policy[${index}].principals`);
    if (conditions) checkConditions(this.node.scope!, conditions, `policy[${index}].conditions`);
    const resources = routes?.map((key) => routeArn(api.executionArn, '*', parseRoute(this.node.scope!, key).key));
    return {
      Effect: effect,
      Principal: principals === '*' ? '*' : principalsOf(principals),
      Action: 'execute-api:Invoke',
      Resource: resources ?? `${api.executionArn}/*`,
      ...(conditions && { Condition: conditions }),
    };
  }

  private checkPrincipals(principals: ApiPolicyStatement['principals'], prop: string): void {
    if (principals === '*') return;
    const known = principals.filter((principal) => !Token.isUnresolved(principal));
    const wrong = known.find(
      (principal) => !/^\d{12}$|^arn:[^:]+:(iam|sts)::\d{12}:.+$/.test(principal) && !isService(principal),
    );
    check(this.node.scope!, wrong === undefined && principals.length > 0, {
      prop,
      expected: "'*', ARNs of roles and users, ids of accounts, or names of services",
      found: wrong ?? principals,
      fix: 'AWS refuses a policy with a principal that does not exist; * among others is everyone, so write it alone',
    });
  }
}

const isService = (principal: string): boolean => /^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(principal);

function principalsOf(principals: readonly string[]): Record<string, string[]> {
  const services = principals.filter((each) => isService(each));
  const others = principals.filter((each) => !isService(each));
  return { ...(others.length > 0 && { AWS: others }), ...(services.length > 0 && { Service: services }) };
}
