import { Auth, Integration, type JsonSchema, type RestApi } from '@gatehouse/gateway';
import { type Guards } from './authorizers';

/** What API Gateway checks, and what documents say. */
export function addRequests(api: RestApi, { people }: Guards): void {
  const report = api.addModel('Report', {
    type: 'object',
    required: ['title'],
    properties: { title: { type: 'string', maxLength: 40 } },
  });
  const reports = api.addGroup('/reports', { ...people, integration: Integration.mock() });
  reports.addRoute('GET /', {
    operationName: 'listReports',
    requestParameters: { 'method.request.querystring.since': true, 'method.request.header.X-Trace': false },
    responses: { 200: { description: 'Newest first', body: { type: 'array' } } },
  });
  reports.addRoute('POST /', {
    operationName: 'createReport',
    apiKeyRequired: true,
    body: { 'application/json': report, 'application/vnd.example+json': { type: 'array', maxItems: 100 } },
    responses: { 201: { description: 'It is made', body: report, headers: ['Location'] }, 409: {} },
  });
  reports.addRoute('PUT /{id}', { body: everyKeyword });
  api.addRoute('GET /catalogue', {
    auth: Auth.public('Partners have a key, and no account'),
    integration: Integration.mock({ body: [] }),
    apiKeyRequired: true,
  });
  api.addDocumentation({
    api: { description: 'Everything that a REST API has', summary: 'A kitchen sink' },
    routes: {
      'GET /reports': { description: 'Newest first' },
      'ANY /service/{proxy+}': { description: 'What the function does' },
    },
    models: { Report: { description: 'What people write' } },
  });
}

/** A form with everything that JSON schema and OpenAPI 3.0 have in common. */
const everyKeyword: JsonSchema = {
  type: 'object',
  minProperties: 1,
  maxProperties: 9,
  properties: {
    state: { enum: ['draft', 'done'] },
    tags: {
      type: 'array',
      items: { type: 'string', minLength: 1, pattern: '^[a-z]+$' },
      minItems: 1,
      uniqueItems: true,
    },
    pages: { type: 'integer', minimum: 0, exclusiveMinimum: true, maximum: 100, exclusiveMaximum: true, multipleOf: 2 },
    owner: { oneOf: [{ type: 'string' }, { type: 'number' }] },
    size: { anyOf: [{ type: 'string' }, { type: 'number' }], not: { enum: [0] } },
    note: { allOf: [{ type: 'string' }, { maxLength: 9 }] },
  },
  additionalProperties: false,
};
