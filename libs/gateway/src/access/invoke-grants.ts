import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { didYouMean } from '@gatehouse/checks';
import { check, type IGrantee, nameInTerraform, policyDocument, snakeCase } from '@gatehouse/construct-kit';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { type Auth } from '../route/auth';
import { routeArn } from './route-arn';

/** A route as its author wrote it. */
export interface GuardedRoute {
  readonly auth: Auth;
  /** Where it is written, for errors. */
  readonly place: string;
}

interface Grant {
  readonly policy: IamRolePolicy;
  readonly resources: Set<string>;
}

/**
 * Lets roles call routes of one API: a policy of the role for each API, made in the API's stack, so that the stack of the role
 * reads nothing of the API.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/iam_role_policy
 */
export class InvokeGrants extends Construct {
  private readonly grants = new Map<string, Grant>();

  constructor(
    scope: Construct,
    id: string,
    private readonly api: Pick<ApiContext, 'executionArn' | 'terraformName'>,
    private readonly stageName: string,
  ) {
    super(scope, id);
  }

  /**
   * @param routes of the API, as they were added
   * @throws ConstructError for a route that the API does not have, and for one that takes no signed requests.
   */
  allow(grantee: IGrantee, key: string, routes: ReadonlyMap<string, GuardedRoute>): void {
    this.checkRoute(grantee, key, routes);
    const { granteeId, roleName } = grantee;
    if (roleName === undefined) return;
    const grant = this.grants.get(granteeId) ?? this.addGrant(granteeId, roleName);
    grant.resources.add(routeArn(this.api.executionArn, this.stageName, key));
    grant.policy.policy = policyDocument([
      { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: [...grant.resources].sort() },
    ]);
  }

  private addGrant(granteeId: string, roleName: string): Grant {
    const name = `${snakeCase(granteeId)}_${this.api.terraformName}`;
    // Policies of one role differ in their names, whichever stacks write them.
    const policyName = `invoke-${TerraformStack.of(this).node.id}-${this.api.terraformName}`;
    const policy = new IamRolePolicy(this, granteeId, { role: roleName, name: policyName, policy: '' });
    const grant = { policy: nameInTerraform(policy, name), resources: new Set<string>() };
    this.grants.set(granteeId, grant);
    return grant;
  }

  private checkRoute({ granteeId }: IGrantee, key: string, routes: ReadonlyMap<string, GuardedRoute>): void {
    const prop = `grantInvoke(${granteeId}, "${key}")`;
    const signed = [...routes].flatMap(([known, { auth }]) => (auth.kind === 'iam' ? [known] : []));
    const route = routes.get(key);
    const api = this.node.scope!;
    check(api, route !== undefined, {
      prop,
      expected: signed.length > 0 ? `an IAM route of the API: ${signed.join(', ')}` : 'an IAM route of the API',
      found: 'no such route',
      fix: didYouMean(key, [...routes.keys()]) ?? 'Correct the route, or add it first',
    });
    check(api, key.includes(' '), {
      prop,
      expected: 'a route with a verb and a path',
      found: key,
      fix: 'Policies name routes by both: add a route such as ANY /{proxy+}',
    });
    check(api, route.auth.kind === 'iam', {
      prop,
      expected: `a route with Auth.iam('who')`,
      found: `${spoken(route.auth)} at ${route.place}`,
      fix: 'Such a route does not look at AWS credentials: guard it by Auth.iam, or remove the grant',
    });
  }
}

function spoken(auth: Auth): string {
  return auth.kind === 'idToken' ? 'Auth.idToken()' : `Auth.${auth.kind}(...)`;
}
