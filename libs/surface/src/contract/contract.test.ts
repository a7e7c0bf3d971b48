import SwaggerParser from '@apidevtools/swagger-parser';
import { contractsOf } from './contract';
import { openApiSchema, schemasOf } from './json-schema';
import { surfaceFromSynth } from '../surface-from-synth';

type Resources = Record<string, Record<string, object>>;

const api = 'aws_api_gateway_rest_api.api';
const rest = (resource: Resources, name = 'reports') => ({
  aws_api_gateway_rest_api: { api: { name } },
  aws_api_gateway_resource: {
    reports: { rest_api_id: `\${${api}.id}`, parent_id: `\${${api}.root_resource_id}`, path_part: 'reports' },
    by_id: {
      rest_api_id: `\${${api}.id}`,
      parent_id: '${aws_api_gateway_resource.reports.id}',
      path_part: '{id}',
    },
  },
  aws_api_gateway_authorizer: {
    users: {
      rest_api_id: `\${${api}.id}`,
      name: 'users',
      type: 'COGNITO_USER_POOLS',
      identity_source: 'method.request.header.Authorization',
      provider_arns: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Ab12'],
    },
  },
  ...resource,
});
const method = (resource: string, http_method: string, more: object = {}) => ({
  rest_api_id: `\${${api}.id}`,
  resource_id: `\${aws_api_gateway_resource.${resource}.id}`,
  http_method,
  authorization: 'NONE',
  ...more,
});
const guarded = {
  authorization: 'COGNITO_USER_POOLS',
  authorizer_id: '${aws_api_gateway_authorizer.users.id}',
  authorization_scopes: ['reports/write'],
};

const documentOf = (resource: Resources) =>
  contractsOf(surfaceFromSynth([{ resource }]))[0]!.document as unknown as {
    paths: Record<string, Record<string, object>>;
    components: Record<string, object>;
  };

const everything = rest({
  aws_api_gateway_method: {
    post: method('reports', 'POST', {
      ...guarded,
      request_models: { $default: '${aws_api_gateway_model.post_reports.name}' },
      request_validator_id: '${aws_api_gateway_request_validator.body.id}',
      request_parameters: { 'method.request.querystring.draft': false },
    }),
    get: method('by_id', 'GET', { authorization: 'AWS_IAM', api_key_required: true }),
    any: method('by_id', 'ANY'),
  },
  aws_api_gateway_request_validator: {
    body: { rest_api_id: `\${${api}.id}`, name: 'body', validate_request_body: true },
  },
  aws_api_gateway_model: {
    post_reports: {
      rest_api_id: `\${${api}.id}`,
      name: 'PostReports',
      content_type: 'application/json',
      schema: JSON.stringify({
        $schema: 'http://json-schema.org/draft-04/schema#',
        type: 'object',
        required: ['title'],
        properties: { title: { type: ['string', 'null'] }, tags: { $ref: '#/definitions/tags' } },
        definitions: { tags: { type: 'array', items: [{ type: 'string' }] } },
      }),
    },
  },
});

describe('the contract of an API', () => {
  it('is valid OpenAPI 3.0', async () => {
    await expect(SwaggerParser.validate(structuredClone(documentOf(everything)) as never)).resolves.toBeDefined();
  });

  it('says who may call, what to send and what API Gateway refuses', () => {
    expect(documentOf(everything).paths['/reports']?.['post']).toEqual({
      operationId: 'postReports',
      description: 'Needs an access token with the scope reports/write.',
      parameters: [{ name: 'draft', in: 'query', required: false, schema: { type: 'string' } }],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { $ref: '#/components/schemas/PostReports' } } },
      },
      responses: {
        default: { description: 'What the backend answers' },
        400: { $ref: '#/components/responses/BadRequest' },
        401: { $ref: '#/components/responses/Unauthorized' },
        403: { $ref: '#/components/responses/Forbidden' },
        429: { $ref: '#/components/responses/TooManyRequests' },
      },
      security: [{ users: [] }],
    });
  });

  it('names the content types of a route that takes no other', () => {
    const written: Resources = everything;
    const models = written['aws_api_gateway_model']!;
    const other = { ...models['post_reports'], name: 'NoOtherContentType', schema: '{"not":{}}' };
    const request_models = {
      'application/json': '${aws_api_gateway_model.post_reports.name}',
      $default: '${aws_api_gateway_model.other.name}',
    };
    const post = { ...written['aws_api_gateway_method']!['post'], request_models };
    const resource = {
      ...written,
      aws_api_gateway_method: { post },
      aws_api_gateway_model: { ...models, other },
    };

    expect(documentOf(resource).paths['/reports']?.['post']).toMatchObject({
      requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/PostReports' } } } },
    });
  });

  it('has the schemes that callers need, and nothing of AWS', () => {
    const { components } = documentOf(everything);

    expect(components['securitySchemes']).toEqual({
      users: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      sigv4: { type: 'apiKey', name: 'Authorization', in: 'header', description: 'AWS Signature Version 4' },
      api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
    });
    expect(JSON.stringify(documentOf(everything))).not.toMatch(/arn:aws|x-amazon|\$\{/);
  });

  it('has an operation for each verb that ANY stands for', () => {
    const operations = documentOf(everything).paths['/reports/{id}'];

    expect(Object.keys(operations ?? {}).sort()).toEqual(['delete', 'get', 'head', 'options', 'patch', 'post', 'put']);
    expect(operations).toMatchObject({
      get: { security: [{ sigv4: [], api_key: [] }] },
      put: { operationId: 'putReportsById', security: [] },
    });
  });

  it('of an HTTP API is written too', async () => {
    const document = documentOf({
      aws_apigatewayv2_api: { web: { name: 'web', protocol_type: 'HTTP' } },
      aws_apigatewayv2_authorizer: {
        users: {
          api_id: '${aws_apigatewayv2_api.web.id}',
          name: 'users',
          authorizer_type: 'JWT',
          identity_sources: ['$request.header.Authorization'],
          jwt_configuration: { issuer: 'https://login.example.com', audience: ['app'] },
        },
      },
      aws_apigatewayv2_route: {
        files: {
          api_id: '${aws_apigatewayv2_api.web.id}',
          route_key: 'GET /files/{path+}',
          authorization_type: 'JWT',
          authorizer_id: '${aws_apigatewayv2_authorizer.users.id}',
          authorization_scopes: ['files/read'],
        },
      },
    });

    expect(document.paths['/files/{path}']?.['get']).toMatchObject({
      operationId: 'getFilesByPath',
      parameters: [{ name: 'path', in: 'path', required: true, schema: { type: 'string' } }],
      security: [{ users: [] }],
    });
    await expect(SwaggerParser.validate(structuredClone(document) as never)).resolves.toBeDefined();
  });
});

describe('a model of API Gateway', () => {
  it.each([
    [{ type: ['string', 'null'] }, { type: 'string', nullable: true }],
    [{ type: 'array' }, { type: 'array', items: {} }],
    [
      { items: [{ type: 'string' }, { type: 'integer' }] },
      { items: { anyOf: [{ type: 'string' }, { type: 'integer' }] } },
    ],
    [{ patternProperties: { a: {} }, additionalProperties: false }, {}],
    [{ $ref: '#/definitions/item' }, { $ref: '#/components/schemas/Report_item' }],
    [{ $ref: 'https://apigateway.amazonaws.com/restapis/abc/models/Item' }, { $ref: '#/components/schemas/Item' }],
    [{ properties: { required: { not: { enum: [1] } } } }, { properties: { required: { not: { enum: [1] } } } }],
  ])('%j is %j in OpenAPI', (schema, expected) => {
    expect(openApiSchema(schema, 'Report')).toEqual(expected);
  });

  it('brings what it defines for itself', () => {
    expect(schemasOf('Report', { type: 'object', definitions: { item: { type: 'string' } } })).toEqual({
      Report: { type: 'object' },
      Report_item: { type: 'string' },
    });
  });
});
