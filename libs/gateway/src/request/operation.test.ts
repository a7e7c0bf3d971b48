import { refusal } from '../../testing/api';
import { definitions } from '../../testing/definitions';
import { Auth, Integration, type JsonSchema, type RouteOptions } from '../index';

const integration = Integration.http({ url: 'https://backend.example.com' });
const base = { auth: Auth.idToken(), integration };
const report: JsonSchema = { type: 'object', required: ['title'] };
const rest_api_id = '${aws_api_gateway_rest_api.api.id}';

const postReports = (options: Partial<RouteOptions>) =>
  definitions((api) => api.addRoute('POST /reports', { ...base, ...options }));

describe('a route', () => {
  it('may have a name', () => {
    const { body, resource } = postReports({ operationName: 'createReport' });

    expect(resource.aws_api_gateway_method?.post_reports).toMatchObject({ operation_name: 'createReport' });
    expect(body.paths['/reports']?.post).toMatchObject({ operationId: 'createReport' });
  });

  it('may need an API key beside the token', () => {
    const { body, resource } = postReports({ apiKeyRequired: true });

    expect(resource.aws_api_gateway_method?.post_reports).toMatchObject({ api_key_required: true });
    expect(body.paths['/reports']?.post).toMatchObject({ security: [{ users: [], api_key: [] }] });
    expect(body.components.securitySchemes).toMatchObject({
      api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
    });
  });

  it('needs no API key unless it says so', () => {
    const { body, resource } = postReports({});

    expect(resource.aws_api_gateway_method?.post_reports).not.toHaveProperty('api_key_required');
    expect(body.components.securitySchemes).not.toHaveProperty('api_key');
  });

  it('declares what it answers', () => {
    const responses = { 201: { description: 'It is made', body: report, headers: ['Location'] }, 409: {} };
    const { body, resource } = postReports({ responses });

    const place = {
      rest_api_id,
      resource_id: '${aws_api_gateway_resource.reports.id}',
      http_method: '${aws_api_gateway_integration.post_reports.http_method}',
    };
    expect(resource.aws_api_gateway_method_response).toEqual({
      post_reports_answers_201: {
        ...place,
        status_code: '201',
        response_models: { 'application/json': '${aws_api_gateway_model.post_reports201.name}' },
        response_parameters: { 'method.response.header.Location': true },
      },
      post_reports_answers_409: { ...place, status_code: '409', response_parameters: {} },
    });
    expect(body.paths['/reports']?.post).toMatchObject({
      responses: {
        201: {
          description: 'It is made',
          headers: { Location: { schema: { type: 'string' } } },
          content: { 'application/json': { schema: { $ref: '#/components/schemas/PostReports201' } } },
        },
        409: { description: '409' },
      },
    });
    expect(body.components.schemas).toMatchObject({ PostReports201: report });
  });

  it('adds what it declares to what its integration answers', () => {
    const { body, resource } = definitions((api) =>
      api.addRoute('GET /health', {
        auth: Auth.public('Uptime checks have no account'),
        integration: Integration.mock({ headers: { 'X-Checked': 'yes' } }),
        responses: { 200: { description: 'It is up', headers: ['Age'] } },
      }),
    );

    expect(resource.aws_api_gateway_method_response).toMatchObject({
      get_health: {
        response_parameters: { 'method.response.header.X-Checked': true, 'method.response.header.Age': true },
      },
    });
    expect(body.paths['/health']?.get?.responses).toMatchObject({
      200: { description: 'It is up', headers: { Age: {}, 'X-Checked': {} } },
    });
  });

  it('fails with a name that another route has', () => {
    const twice = refusal((api) => {
      api.addRoute('POST /reports', { ...base, operationName: 'create' });
      api.addRoute('POST /orders', { ...base, operationName: 'create' });
    });

    expect(twice).toContain(
      'POST /orders, operationName: expected each name of an operation once, found "create". POST /reports has it too',
    );
  });

  it.each([
    ['a name with a blank', { operationName: 'create report' }, 'operationName: expected letters, digits and _'],
    ['no status', { responses: { 99: {} } }, 'responses[99]: expected a status from 100 to 599, found "99"'],
    [
      'no header',
      { responses: { 200: { headers: ['a b'] } } },
      'responses[200].headers: expected the name of a header, found "a b"',
    ],
  ] satisfies [string, Partial<RouteOptions>, string][])('fails with %s', (_what, options, message) => {
    expect(refusal((api) => api.addRoute('POST /reports', { ...base, ...options }))).toContain(
      `test/api, POST /reports, ${message}`,
    );
  });
});

describe('bodies by content type', () => {
  it('are checked by the model of the type, and those of any other type are refused', () => {
    const { body, resource } = postReports({ body: { 'application/json': report, 'application/vnd.report+json': {} } });

    expect(resource.aws_api_gateway_method?.post_reports?.request_models).toEqual({
      'application/json': '${aws_api_gateway_model.post_reports_application_json.name}',
      'application/vnd.report+json': '${aws_api_gateway_model.post_reports_application_vnd_report_json.name}',
      $default: '${aws_api_gateway_model.no_other_content_type.name}',
    });
    expect(resource.aws_api_gateway_model?.no_other_content_type?.schema).toBe(
      '{"$schema":"http://json-schema.org/draft-04/schema#","not":{}}',
    );
    const content = (body.paths['/reports']?.post as { requestBody: { content: object } }).requestBody.content;
    expect(content).toEqual({
      'application/json': { schema: { $ref: '#/components/schemas/PostReportsApplicationJson' } },
      'application/vnd.report+json': { schema: { $ref: '#/components/schemas/PostReportsApplicationVndReportJson' } },
      $default: { schema: { $ref: '#/components/schemas/NoOtherContentType' } },
    });
  });

  it('of any content type have one model, which an OpenAPI body names for JSON as well', () => {
    const { body } = postReports({ body: report });

    const schema = { $ref: '#/components/schemas/PostReports' };
    expect((body.paths['/reports']?.post as { requestBody: { content: object } }).requestBody.content).toEqual({
      'application/json': { schema },
      $default: { schema },
    });
  });

  it('fail with a content type that has parameters', () => {
    const options = { ...base, body: { 'application/json; charset=utf-8': report } };

    expect(refusal((api) => api.addRoute('POST /reports', options))).toContain(
      'POST /reports, body: expected content types without parameters',
    );
  });
});
