import { open, refusal, synthApi } from '../../testing/api';
import { type DocumentationOptions, type RestApiProps } from '../index';

const said: DocumentationOptions = {
  api: { description: 'Reports, from ${5}' },
  routes: { 'GET /me': { description: 'Who calls', summary: 'Me' } },
};

const documented = (options: DocumentationOptions | undefined, definition: RestApiProps['definition'] = 'resources') =>
  synthApi(
    (api) => {
      api.addRoute('GET /me', open);
      if (options) api.addDocumentation(options);
    },
    { definition },
  ).resource;

const versionOf = (options: DocumentationOptions) =>
  documented(options).aws_api_gateway_documentation_version?.api?.version;

it('is a resource for each part, and a version that the stage shows', () => {
  const resource = documented(said);

  const rest_api_id = '${aws_api_gateway_rest_api.api.id}';
  expect(resource.aws_api_gateway_documentation_part).toEqual({
    api: { rest_api_id, location: { type: 'API' }, properties: '{"description":"Reports, from $${5}"}' },
    get_me: {
      rest_api_id,
      location: { type: 'METHOD', method: 'GET', path: '/me' },
      properties: '{"description":"Who calls","summary":"Me"}',
    },
  });
  expect(resource.aws_api_gateway_documentation_version?.api).toEqual({
    rest_api_id,
    version: expect.stringMatching(/^[0-9a-f]{8}$/),
    description: '',
    depends_on: ['aws_api_gateway_documentation_part.api', 'aws_api_gateway_documentation_part.get_me'],
    lifecycle: { create_before_destroy: true },
  });
  expect(resource.aws_api_gateway_stage?.api?.documentation_version).toBe(
    '${aws_api_gateway_documentation_version.api.version}',
  );
});

it('is in an OpenAPI body, whose import would delete it', () => {
  const resource = documented(said, 'openapi');
  const body = JSON.parse(String(resource.aws_api_gateway_rest_api?.api?.body)) as Record<string, unknown>;

  expect(body['x-amazon-apigateway-documentation']).toEqual({
    documentationParts: [
      { location: { type: 'API' }, properties: { description: 'Reports, from $${5}' } },
      {
        location: { type: 'METHOD', method: 'GET', path: '/me' },
        properties: { description: 'Who calls', summary: 'Me' },
      },
    ],
  });
  expect(resource.aws_api_gateway_documentation_part).toBeUndefined();
  expect(resource.aws_api_gateway_documentation_version?.api?.version).toBe(versionOf(said));
});

it('has another version for other words, unless it has a name', () => {
  const other = { ...said, api: { description: 'Other' } };

  expect(versionOf(other)).not.toBe(versionOf(said));
  expect(versionOf({ ...other, version: '1.0' })).toBe('1.0');
});

it.each(['resources', 'openapi'] as const)('deploys nothing: %s', (definition) => {
  const triggers = (options?: DocumentationOptions) =>
    documented(options, definition).aws_api_gateway_deployment?.api?.triggers;

  expect(triggers(said)).toEqual(triggers());
});

it('fails when it says nothing, and when there are two', () => {
  expect(refusal((api) => api.addDocumentation({}))).toContain(
    'test/api, addDocumentation: expected words on the API, on a route or on a model',
  );
  expect(
    refusal((api) => {
      api.addDocumentation(said);
      api.addDocumentation(said);
    }),
  ).toContain('addDocumentation: expected one documentation');
});

it('fails for a route that the API does not have, with the one that may be meant', () => {
  expect(() => documented({ routes: { 'GET /mee': { description: 'Who calls' } } })).toThrow(
    '[test/api] addDocumentation, routes: expected a route of the API, found "GET /mee". Did you mean "GET /me"?',
  );
});
