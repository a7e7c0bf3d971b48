import { type Auth } from '../route/auth';
import { isMembers, type Members, type OpenApiDocument } from './document';
import { type Operation } from './operations';

const reasonKey = 'x-gatehouse-public';

/**
 * Name of the security scheme that becomes the Cognito authorizer: the document's own, which operations name, or `id`.
 *
 * @throws GatewayError for several, and for security at the top of the document, which API Gateway does not read.
 */
export function schemeOf(document: OpenApiDocument, id: string): string {
  const { components, security } = document.root;
  if (security !== undefined) {
    throw document.problem(
      ['security'],
      'security beside each operation',
      security,
      'API Gateway does not read it here; operations without security are guarded by the ID token',
    );
  }
  const schemes = isMembers(components) ? (components['securitySchemes'] ?? {}) : {};
  const names = isMembers(schemes) ? Object.keys(schemes) : [];
  if (names.length > 1) {
    throw document.problem(
      ['components', 'securitySchemes'],
      'one scheme, which becomes the Cognito authorizer',
      names,
      'Remove the others',
    );
  }
  return names[0] ?? id;
}

/**
 * Who may call an operation. Without `security` it is whoever is signed in; nothing is open by omission.
 *
 * @throws GatewayError for an open operation without a reason, a scheme that is not the authorizer, and for scopes that
 * API Gateway would read as fewer than OpenAPI says.
 */
export function authOf(document: OpenApiDocument, { path, value }: Operation, scheme: string): Auth {
  const reason = value[reasonKey];
  const security = value['security'];
  const at = [...path, 'security'];
  if (reason !== undefined) {
    checkReason(document, [...path, reasonKey], reason);
    if (security === undefined || (Array.isArray(security) && security.length === 0)) {
      return { kind: 'public', reason: reason as string };
    }
    throw document.problem(at, `none beside ${reasonKey}`, security, 'Remove one of the two');
  }
  if (security === undefined) return { kind: 'idToken' };
  if (!Array.isArray(security)) {
    throw document.problem(at, 'a list', security, 'Write it as OpenAPI 3.0 says');
  }
  const requirements = security as unknown[];
  if (requirements.length === 0 || requirements.some((each) => isMembers(each) && isEmpty(each))) {
    throw document.problem(
      at,
      `${reasonKey} with the reason why anyone may call it`,
      security,
      'Give the reason, or remove security: the operation is then guarded by the ID token',
    );
  }
  return whole(
    requirements.map((each, index) => scopesOf(document, [...at, index], each, scheme)),
    () => document.problem(at, 'scopes in each requirement, or in none', security, 'Remove one of the two'),
  );
}

/** API Gateway takes a token with any of the scopes of a method; OpenAPI wants all of those in one requirement. */
function scopesOf(
  document: OpenApiDocument,
  path: readonly (string | number)[],
  requirement: unknown,
  scheme: string,
): string[] {
  const names = isMembers(requirement) ? Object.keys(requirement) : [];
  if (!isMembers(requirement) || names.length !== 1 || names[0] !== scheme) {
    throw document.problem(
      path,
      `the scheme ${scheme} alone`,
      requirement,
      'The Cognito authorizer is the only guard',
    );
  }
  const scopes = requirement[scheme];
  if (!Array.isArray(scopes) || scopes.some((scope) => typeof scope !== 'string')) {
    throw document.problem([...path, scheme], 'a list of scopes', scopes, 'Write it as OpenAPI 3.0 says');
  }
  if (scopes.length <= 1) return scopes as string[];
  throw document.problem(
    [...path, scheme],
    'one scope',
    scopes,
    'OpenAPI asks for all of them and API Gateway is content with any: make one requirement of each, if any will do',
  );
}

function whole(each: readonly string[][], mixed: () => Error): Auth {
  const scopes = each.flat();
  if (scopes.length === 0) return { kind: 'idToken' };
  if (each.some((list) => list.length === 0)) throw mixed();
  return { kind: 'accessToken', scopes };
}

function checkReason(document: OpenApiDocument, path: readonly string[], reason: unknown): void {
  if (typeof reason === 'string' && reason.trim() !== '') return;
  throw document.problem(path, 'the reason why anyone may call it', reason, 'Write it as a sentence');
}

const isEmpty = (value: Members): boolean => Object.keys(value).length === 0;
