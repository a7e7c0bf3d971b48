import { isObject } from '@gatehouse/checks';
import { type Auth } from '../route/auth';
import { type OpenApiDocument, type Path } from './document';
import { type Operation } from './operations';

/**
 * Name of the security scheme that becomes the Cognito authorizer: the document's own, which operations name, or `id`.
 *
 * @throws ConstructError for several, and for security at the top of the document, which API Gateway does not read.
 */
export function schemeOf(document: OpenApiDocument, id: string): string {
  const { components, security } = document.root;
  const fix = 'API Gateway does not read it here; operations without security are guarded by the ID token';
  document.check(security === undefined, ['security'], 'security at each operation', security, fix);
  const schemes = isObject(components) ? components['securitySchemes'] : undefined;
  const names = isObject(schemes) ? Object.keys(schemes) : [];
  const at = ['components', 'securitySchemes'];
  const expected = 'one scheme, which becomes the Cognito authorizer';
  document.check(names.length <= 1, at, expected, names, 'Remove the others');
  return names[0] ?? id;
}

/**
 * Who may call an operation. Without `security` it takes ID tokens; nothing is open by omission.
 *
 * @throws ConstructError for an open operation without a reason, a signed one that does not say who signs, a scheme that is not the authorizer, and for scopes that
 * API Gateway would read as fewer than OpenAPI says.
 */
export function authOf(document: OpenApiDocument, { path, value }: Operation, scheme: string): Auth {
  const security = value['security'];
  const at = [...path, 'security'];
  const tokenless = withoutToken(document, { path, value });
  if (tokenless !== undefined) return tokenless;
  if (security === undefined) return { kind: 'idToken' };
  document.check(Array.isArray(security), at, 'a list', security);
  const requirements = security as unknown[];
  const isOpen =
    requirements.length === 0 || requirements.some((one) => isObject(one) && Object.keys(one).length === 0);
  const expected = `${document.extensions.public} with the reason why anyone may call it`;
  const fix = 'Give the reason, or remove security: the operation is then guarded by the ID token';
  document.check(!isOpen, at, expected, security, fix);
  const each = requirements.map((one, index) => scopesOf(document, [...at, index], one, scheme));
  const scopes = each.flat();
  if (scopes.length === 0) return { kind: 'idToken' };
  const alike = each.every((list) => list.length > 0);
  document.check(alike, at, 'scopes in each requirement, or in none', security, 'Remove one of the two');
  return { kind: 'accessToken', scopes };
}

/** An operation that says that it takes no token of a user pool. */
function withoutToken(document: OpenApiDocument, operation: Pick<Operation, 'path' | 'value'>): Auth | undefined {
  const { path, value } = operation;
  const { custom, iam, public: open } = document.extensions;
  const [key, ...more] = [open, iam, custom].filter((each) => value[each] !== undefined);
  if (key === undefined) return undefined;
  document.check(more.length === 0, path, `one of ${open}, ${iam} and ${custom}`, [key, ...more], 'Remove the others');
  const { [key]: text, security } = value;
  const none = security === undefined || (Array.isArray(security) && security.length === 0);
  document.check(none, [...path, 'security'], `none with ${key}`, security, 'Remove one of the two');
  const at = [...path, key];
  if (key === open) {
    checkSentence(document, at, text, 'the reason why anyone may call it');
    return { kind: 'public', reason: text };
  }
  checkSentence(document, at, text, key === iam ? 'who signs the requests' : 'who the Lambda authorizer lets in');
  return { kind: key === iam ? 'iam' : 'custom', callers: text };
}

/** API Gateway takes a token with any of the scopes of a method; OpenAPI wants all of those in one requirement. */
function scopesOf(document: OpenApiDocument, path: Path, requirement: unknown, scheme: string): string[] {
  const own = isObject(requirement) && Object.keys(requirement).join() === scheme;
  const fix = 'The Cognito authorizer is the only guard';
  document.check(own, path, `the scheme ${scheme} alone`, requirement, fix);
  const scopes = (requirement as Record<string, unknown>)[scheme];
  const at = [...path, scheme];
  document.check(isListOfTexts(scopes), at, 'a list of scopes', scopes);
  const any =
    'OpenAPI asks for all of them and API Gateway is content with any: make one requirement of each, if any will do';
  document.check(scopes.length <= 1, at, 'one scope', scopes, any);
  return scopes;
}

function isListOfTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function checkSentence(document: OpenApiDocument, path: Path, text: unknown, expected: string): asserts text is string {
  const given = typeof text === 'string' && text.trim() !== '';
  document.check(given, path, expected, text, 'Write it as a sentence');
}
