import type { Guard, Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';

/** Who may call a method. What is not known is unknown, never "none". */
export function readAuth(method: Resource, catalog: Catalog): Guard<Unknown> | Unknown {
  const authorization = method.text('authorization', unknown());
  if (isUnknown(authorization)) return authorization;
  const authorizerId = method.text('authorizer_id', unknown());
  const authorizer = catalog.target(method, authorizerId, 'aws_api_gateway_authorizer');
  const by = { authorizerId, ...(authorizer ? { authorizer: authorizer.address } : {}) };
  switch (authorization.toUpperCase()) {
    case 'NONE':
      return { kind: 'none' };
    case 'AWS_IAM':
      return { kind: 'iam' };
    case 'COGNITO_USER_POOLS':
      return { kind: 'cognito', ...by, scopes: method.texts('authorization_scopes') };
    case 'CUSTOM':
      return { kind: 'custom', ...by };
    default:
      return unknown();
  }
}
