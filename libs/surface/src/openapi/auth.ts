import type { Guard, Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
import { securityOf } from './security';
import type { Operation, Specification } from './specification';

/** The authorizer types that check tokens themselves, with what the surface calls them. */
const TYPES = { cognito: 'cognito_user_pools', jwt: 'jwt' };

/** Who may call an operation; REST APIs have user pools, HTTP APIs have JWTs. */
export function authOf(
  operation: Operation,
  specification: Specification,
  kind: keyof typeof TYPES,
): Guard<Unknown> | Unknown {
  const security = securityOf(operation, specification);
  if (isUnknown(security)) return security;
  const { authorizer, iam, scopes } = security;
  if (!authorizer?.authorizer) return isUnknown(iam) ? iam : { kind: iam ? 'iam' : 'none' };
  const type = authorizer.authorizer.text('type', unknown());
  if (isUnknown(type)) return type;
  const by = { authorizerId: authorizer.name, authorizer: authorizer.address };
  return type.toLowerCase() === TYPES[kind] ? { kind, ...by, scopes } : { kind: 'custom', ...by };
}
