import type { Guard, List, Unknown } from './model';
import { isUnknown, unknown } from './model/value';
import { optional } from './optional';
import type { Catalog } from './terraform/catalog';
import type { Resource } from './terraform/resource';

/**
 * What guards a route or method. What is not known is unknown, never "none".
 *
 * @param type the authorization type, in Terraform's words
 * @param authorizers the resource type of its authorizers
 */
export function readGuard(
  route: Resource,
  type: string | Unknown,
  authorizers: string,
  catalog: Catalog,
): Guard<Unknown> | Unknown {
  if (isUnknown(type)) return type;
  const authorizerId = route.text('authorizer_id', unknown());
  const by = {
    authorizerId,
    ...(route.has('authorizer_id') ? {} : { unnamed: true as const }),
    ...optional('authorizer', catalog.target(route, authorizerId, authorizers)?.address),
  };
  switch (type.toUpperCase()) {
    case 'NONE':
      return { kind: 'none' };
    case 'AWS_IAM':
      return { kind: 'iam' };
    case 'COGNITO_USER_POOLS':
      return { kind: 'cognito', ...by, scopes: route.texts('authorization_scopes') };
    case 'JWT':
      return { kind: 'jwt', ...by, scopes: route.texts('authorization_scopes') };
    case 'CUSTOM':
      return { kind: 'custom', ...by };
    default:
      return unknown();
  }
}

/** Scopes of a route that its guard does not ask for; nothing where there are none. */
export function ignoredScopes(guard: Guard<Unknown> | Unknown, route: Resource): List<string, Unknown> | undefined {
  if (isUnknown(guard) || guard.scopes !== undefined) return undefined;
  const scopes = route.texts('authorization_scopes');
  return !isUnknown(scopes) && scopes.length === 0 ? undefined : scopes;
}
