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
  [
    'a path elsewhere',
    document({ '/me': { $ref: 'me.yaml' } }),
    '$.paths["/me"]["$ref"]: expected a place in this document, such as #/components/schemas/Report, found "me.yaml". ' +
      'API Gateway reads no other file; write what it names into components.',
  ],
  [
    'a path by reference',
    document({ '/me': { $ref: '#/paths/~1you' }, '/you': { get: ok } }),
    '$.paths["/me"]["$ref"]: expected delete, get',
  ],
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
  [
    'a parameter that the path does not have',
    document({ '/reports/{id}': { get: { ...ok, parameters: [{ name: 'ID', in: 'path', required: true }] } } }),
    '$.paths["/reports/{id}"].get.parameters[0].name: expected a {parameter} of /reports/{id}, found "ID". Did you mean "id"?',
  ],
  [
    'a parameter of a path that it does not have',
    document({ '/me': { parameters: [{ name: 'id', in: 'path', required: true }], get: ok } }),
    '$.paths["/me"].parameters[0].name: expected a {parameter} of /me, found "id". Correct the name, or add {parameter}',
  ],
  [
    'a parameter twice',
    me({ parameters: [0, 1].map(() => ({ name: 'page', in: 'query' })) }),
    '$.paths["/me"].get.parameters[1]: expected each parameter once, found "page"',
  ],
  ['a parameter without a name', me({ parameters: [{ in: 'query' }] }), 'parameters[0].name: expected the name'],
  [
    'a parameter of Swagger 2',
    me({ parameters: [{ name: 'b', in: 'body' }] }),
    'parameters[0].in: expected one of path',
  ],
  [
    'a parameter that is required in words',
    me({ parameters: [{ name: 'page', in: 'query', required: 'yes' }] }),
    '$.paths["/me"].get.parameters[0].required: expected true or false, found "yes"',
  ],
  [
    'an operationId twice',
    document({ '/me': { get: { ...ok, operationId: 'me' }, post: { ...ok, operationId: 'me' } } }),
    '$.paths["/me"].post.operationId: expected each operationId once, found "me". GET /me has it too: change one',
  ],
  ['an operationId that is no text', me({ operationId: 5 }), '$.paths["/me"].get.operationId: expected the name'],
  [
    'a misspelled extension of API Gateway',
    me({ 'x-amazon-apigateway-integraton': {} }),
    '$.paths["/me"].get["x-amazon-apigateway-integraton"]: expected an extension of API Gateway, found ' +
      '"x-amazon-apigateway-integraton". Did you mean "x-amazon-apigateway-integration"?',
  ],
  [
    'a guard in words of API Gateway',
    me({ 'x-amazon-apigateway-auth': { type: 'NONE' } }),
    '$.paths["/me"].get["x-amazon-apigateway-auth"]: expected the guard in words of this document, found {"type":"NONE"}',
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
    'a schema of another file, deep in an answer',
    me({ responses: { 200: { description: '', content: { 'a/b': { schema: { items: { $ref: 'x.json#/A' } } } } } } }),
    '$.paths["/me"].get.responses["200"].content["a/b"].schema.items["$ref"]: expected a place in this document, such as',
  ],
  [
    'a misspelled reference in a list',
    document(
      { '/me': { get: ok } },
      { components: { schemas: { Report: { allOf: [{}, { $ref: '#/components/schemas/Repotr' }] } } } },
    ),
    '$.components.schemas.Report.allOf[1]["$ref"]: expected a place in this document, found ' +
      '"#/components/schemas/Repotr". Did you mean "Report"?',
  ],
  [
    'references that lead to each other',
    document(
      { '/me': { get: ok } },
      {
        components: {
          parameters: { a: { $ref: '#/components/parameters/b' }, b: { $ref: '#/components/parameters/a' } },
        },
      },
    ),
    '$.components.parameters.a["$ref"]: expected a reference that ends somewhere',
  ],
  [
    'a reference that is no text',
    document({ '/me': { get: ok } }, { components: { schemas: { A: { $ref: 1 } } } }),
    '$.components.schemas.A["$ref"]: expected a place in this document, such as #/components/schemas/Report, found 1',
  ],
  [
    'a misspelled extension',
    me({ 'x-gatehouse-publik': 'why' }),
    '$.paths["/me"].get["x-gatehouse-publik"]: expected one of x-gatehouse-public, x-gatehouse-iam, x-gatehouse-custom, x-gatehouse-cached, ' +
      'x-gatehouse-mock, found "x-gatehouse-publik". Did you mean "x-gatehouse-public"?',
  ],
  [
    'an extension in upper case',
    me({ 'X-Gatehouse-Public': 'why' }),
    'found "X-Gatehouse-Public". Did you mean "x-gatehouse-public"?',
  ],
  ['an extension with another beginning', me({ 'x-gatehose-public': 'why' }), 'Did you mean "x-gatehouse-public"?'],
  ['an extension that does not exist', me({ 'x-gatehouse-owner': 'me' }), 'Correct or remove it.'],
  [
    'an extension beside the operations',
    document({ '/me': { get: ok, 'x-gatehouse-public': 'why' } }),
    '$.paths["/me"]["x-gatehouse-public"]: expected x-gatehouse-public at an operation, found "/me". Move it there.',
  ],
  [
    'an extension at the top',
    document({ '/me': { get: ok } }, { 'x-gatehouse-public': 'why' }),
    '$["x-gatehouse-public"]: expected x-gatehouse-public at an operation, found "the document". Move it there.',
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

it('refuses our extensions under the name of the project that was cloned', () => {
  const given = me({ 'x-gatehouse-public': 'why' });

  expect(refusal(given, { project: 'acme' })).toContain('found "x-gatehouse-public". Did you mean "x-acme-public"?');
});

it('accepts references that lead around, extensions of others and whatever is data or a name', () => {
  const tree = {
    type: 'object',
    properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
  };
  const names = { type: 'object', properties: { $ref: { type: 'string' }, 'x-gatehouse-owner': { type: 'string' } } };
  const schemas = { Tree: tree, Alias: { $ref: '#/components/schemas/Tree' }, Names: names, Deep: {} };
  const example = { $ref: 'anything', 'x-gatehouse-owner': 1 };
  const given = document(
    {
      '/me': {
        get: {
          ...ok,
          'x-internal-owner': 'people',
          parameters: [{ $ref: '#/components/parameters/Page' }],
          responses: {
            200: {
              description: '',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Alias' }, example } },
            },
            404: { $ref: '#/components/responses/None' },
          },
        },
      },
    },
    {
      components: {
        schemas,
        responses: { None: { description: '' } },
        parameters: { Page: { $ref: '#/components/parameters/Number' }, Number: { name: 'page', in: 'query' } },
      },
    },
  );

  const { api } = build(given).aws_api_gateway_rest_api ?? {};

  expect(String(api?.body)).toContain('"in":"query","name":"page"');
});
