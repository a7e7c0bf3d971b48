import { build, document, info, ok } from '../../testing/openapi';
import { type OpenApiRestApiProps } from './openapi-rest-api';

function refusal(given: unknown, props?: Partial<OpenApiRestApiProps>): string {
  try {
    build(given as object, props);
  } catch (error) {
    if (error instanceof Error && error.name === 'ConstructError') return error.message;
    throw error;
  }
  throw new Error('expected a ConstructError, found none');
}

const me = (value: object) => document({ '/me': { get: { ...ok, ...value } } });

it.each<[string, unknown, string]>([
  ['no object', 'text', '$: expected an object, found "text"'],
  ['another version', { swagger: '2.0', info, paths: {} }, '$.openapi: expected 3.0.x, found nothing'],
  ['OpenAPI 3.1', { openapi: '3.1.0', info, paths: {} }, '$.openapi: expected 3.0.x, found "3.1.0"'],
  ['no path', document({}), '$.paths: expected at least one path'],
  ['an operation that API Gateway has not', document({ '/me': { trace: ok } }), '$.paths["/me"].trace: expected'],
  ['a path elsewhere', document({ '/me': { $ref: 'me.yaml' } }), '$.paths["/me"]["$ref"]: expected delete, get'],
  ['security at the top', document({ '/me': { get: ok } }, { security: [] }), '$.security: expected security at'],
  [
    'an open operation without a reason',
    me({ security: [] }),
    '$.paths["/me"].get.security: expected x-gatehouse-public with the reason',
  ],
  [
    'an optional token',
    me({ security: [{}, { users: [] }] }),
    '$.paths["/me"].get.security: expected x-gatehouse-public',
  ],
  [
    'a blank reason',
    me({ 'x-gatehouse-public': ' ' }),
    '$.paths["/me"].get["x-gatehouse-public"]: expected the reason',
  ],
  [
    'a reason with a guard',
    me({ 'x-gatehouse-public': 'why', security: [{ users: [] }] }),
    '$.paths["/me"].get.security: expected none with x-gatehouse-public',
  ],
  [
    'another scheme',
    me({ security: [{ apiKey: [] }] }),
    '$.paths["/me"].get.security[0]: expected the scheme users alone',
  ],
  [
    'all of two scopes',
    me({ security: [{ users: ['a/b', 'a/c'] }] }),
    '$.paths["/me"].get.security[0].users: expected one scope',
  ],
  [
    'scopes or none',
    me({ security: [{ users: ['a/b'] }, { users: [] }] }),
    'expected scopes in each requirement, or in none',
  ],
  ['a guarded cache', me({ 'x-gatehouse-cached': true }), 'GET /me, cached: expected a public route'],
  [
    'a cache of text',
    me({ 'x-gatehouse-cached': 'yes' }),
    '["x-gatehouse-cached"]: expected true or false, found "yes"',
  ],
  [
    'a missing parameter',
    me({ parameters: [{ $ref: '#/components/parameters/x' }] }),
    '$.paths["/me"].get.parameters[0]["$ref"]: expected a place in this document',
  ],
  [
    'a mock of something else',
    me({ 'x-gatehouse-mock': { headers: {} } }),
    '["x-gatehouse-mock"]: expected a status and a body',
  ],
  [
    'two schemes',
    document({ '/me': { get: ok } }, { components: { securitySchemes: { a: {}, b: {} } } }),
    '$.components.securitySchemes: expected one scheme',
  ],
])('fails when it has %s', (_what, given, expected) => {
  expect(refusal(given)).toContain(expected);
  expect(refusal(given)).toMatch(/^test\/api, /);
});

it('fails when preflights are answered twice', () => {
  const given = document({ '/me': { get: ok, options: { ...ok, 'x-gatehouse-public': 'preflight' } } });

  expect(refusal(given, { cors: { allowOrigins: ['*'] } })).toContain(
    'openapi.yaml $.paths["/me"].options: expected OPTIONS left to cors',
  );
});
