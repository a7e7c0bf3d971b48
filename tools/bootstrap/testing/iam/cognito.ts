import { type Relayed } from '../relay';
import { arn, type Asked, json, operation, passing } from './asked';
import { making, type Tags } from './tags';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html */
export function cognitoUserPools(request: Relayed): Asked[] {
  const { UserPoolId, ResourceArn, UserPoolTags } = json(request);
  const action = `cognito-idp:${operation(request)}`;
  if (action === 'cognito-idp:CreateUserPool') {
    const tagging = { action: 'cognito-idp:TagResource', resource: arn('cognito-idp', 'userpool/new') };
    return making(action, '*', tagging, (UserPoolTags ?? {}) as Tags);
  }
  const pool = UserPoolId === undefined ? '*' : arn('cognito-idp', `userpool/${String(UserPoolId)}`);
  return [{ action, resource: String(ResourceArn ?? pool) }];
}

/**
 * A principal that gives roles to an identity pool must be allowed to pass them.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitoidentity.html
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html
 */
export function cognitoIdentity(request: Relayed): Asked[] {
  const { IdentityPoolId, IdentityPoolTags, ResourceArn, Roles } = json(request);
  const action = `cognito-identity:${operation(request)}`;
  const pool = (id: unknown) => arn('cognito-identity', `identitypool/${String(id)}`);
  switch (operation(request)) {
    case 'CreateIdentityPool': {
      const tagging = { action: 'cognito-identity:TagResource', resource: pool('new') };
      return making(action, '*', tagging, (IdentityPoolTags ?? {}) as Tags);
    }
    case 'SetIdentityPoolRoles': {
      const roles = Object.values((Roles ?? {}) as Record<string, string>);
      // AWS takes no narrower resource, although the request names the pool.
      return [{ action, resource: '*' }, ...roles.map((role) => passing(role, 'cognito-identity.amazonaws.com'))];
    }
    default:
      return [{ action, resource: String(ResourceArn ?? pool(IdentityPoolId)) }];
  }
}
