import { refusal, stage, synthApi } from '../../testing/api';
import { Auth, Integration, type JsonSchema, type Model, type RequestOptions, RestApi, type RouteKey } from '../index';

const auth = Auth.public('a test');
const integration = Integration.mock();
const rest_api_id = '${aws_api_gateway_rest_api.api.id}';

const report: JsonSchema = {
  type: 'object',
  required: ['title'],
  properties: { title: { type: 'string', maxLength: 200 } },
};

const withRequest = (key: RouteKey, request: RequestOptions) =>
  synthApi((api) => api.addRoute(key, { auth, integration, ...request })).resource;

describe('a body', () => {
  it('is checked whatever its content type', () => {
    const resource = withRequest('POST /reports', { body: report });

    expect(resource.aws_api_gateway_model).toEqual({
      post_reports: {
        rest_api_id,
        name: 'PostReports',
        content_type: 'application/json',
        schema: JSON.stringify({ $schema: 'http://json-schema.org/draft-04/schema#', ...report }),
      },
    });
    expect(resource.aws_api_gateway_request_validator).toEqual({
      body: {
        rest_api_id,
        name: 'body',
        validate_request_body: true,
        validate_request_parameters: false,
      },
    });
    expect(resource.aws_api_gateway_method?.post_reports).toMatchObject({
      request_models: { $default: '${aws_api_gateway_model.post_reports.name}' },
      request_validator_id: '${aws_api_gateway_request_validator.body.id}',
    });
  });

  it('can have one model for several routes', () => {
    const { resource } = synthApi((api) => {
      const body = api.addModel('Report', report);
      api.addRoute('POST /reports', { auth, integration, body });
      api.addRoute('PUT /reports/{id}', { auth, integration, body });
    });

    expect(Object.keys(resource.aws_api_gateway_model ?? {})).toEqual(['report']);
    for (const route of ['post_reports', 'put_reports_by_id']) {
      expect(resource.aws_api_gateway_method?.[route]?.request_models).toEqual({
        $default: '${aws_api_gateway_model.report.name}',
      });
    }
  });

  it('is checked as the schema is written, whatever Terraform means by it', () => {
    const pattern = '^\\${x}%{y}$';
    const { aws_api_gateway_model: models } = withRequest('POST /', { body: { type: 'string', pattern } });

    const schema = models?.post_root?.schema as string;
    expect(schema).not.toMatch(/(?<!\$)\$\{|(?<!%)%\{/);
    expect(JSON.parse(schema.replace(/([$%])\1\{/g, '$1{'))).toMatchObject({ pattern });
  });

  it.each(['GET /', 'HEAD /'] satisfies RouteKey[])('fails when the route is %s', (key) => {
    expect(refusal((api) => api.addRoute(key, { auth, integration, body: report }))).toContain(
      `, ${key}, body: expected a verb that sends a body, found "${key.split(' ')[0]}".`,
    );
  });

  it.each(['new-report', '1Report', '', 'Report!'])('fails when the model is named "%s"', (name) => {
    const build = () => refusal((api) => api.addModel(name, report));

    if (name === '') expect(build).toThrow('empty ID');
    else expect(build()).toContain('name: expected letters and digits, beginning with a letter, found');
  });

  it.each(['resources', 'openapi'] as const)('fails when the model is of another API, of %s', (definition) => {
    const build = () =>
      refusal(
        (api, scope) => {
          const other = new RestApi(scope, 'other', { name: 'other', stage, definition });
          api.addRoute('POST /', { auth, integration, body: other.addModel('Report', report) });
        },
        { definition },
      );

    expect(build()).toContain(
      'POST /, body: expected a model of this API, found the construct test/other/models/Report. Call addModel of this API',
    );
  });

  it.each(['Empty', 'Error'])('has no model named %s, which AWS makes, unless a body defines it', (name) => {
    const build = (definition: 'openapi' | 'resources') => () =>
      synthApi((api) => api.addRoute('POST /', { auth, integration, body: api.addModel(name, report) }), {
        definition,
      });

    expect(build('resources')).toThrow(
      `name: expected another name than Empty and Error, which every API has a model of, found "${name}". AWS makes both`,
    );
    expect(build('openapi')).not.toThrow();
  });

  it('fails when two models have one address', () => {
    const message = refusal((api) => {
      api.addModel('Report', report);
      api.addModel('report', report);
    });

    expect(message).toContain('test/api/models/report, id: expected a Terraform address of its own, found');
    expect(message).toContain('aws_api_gateway_model.report, which test/api/models/Report has');
  });
});

describe('parameters', () => {
  it('are checked when one is required', () => {
    const resource = withRequest('GET /reports/{id}', {
      requestParameters: {
        'method.request.path.id': true,
        'method.request.querystring.page': false,
        'method.request.header.X-Trace': false,
      },
    });

    expect(resource.aws_api_gateway_method?.get_reports_by_id).toMatchObject({
      request_parameters: {
        'method.request.path.id': true,
        'method.request.querystring.page': false,
        'method.request.header.X-Trace': false,
      },
      request_validator_id: '${aws_api_gateway_request_validator.parameters.id}',
    });
    expect(resource.aws_api_gateway_request_validator).toEqual({
      parameters: {
        rest_api_id,
        name: 'parameters',
        validate_request_body: false,
        validate_request_parameters: true,
      },
    });
  });

  it('are declared only, when none is required', () => {
    const resource = withRequest('GET /', {
      requestParameters: { 'method.request.querystring.page': false },
    });

    expect(resource.aws_api_gateway_request_validator).toBeUndefined();
    expect(resource.aws_api_gateway_method?.get_root).toMatchObject({
      request_parameters: { 'method.request.querystring.page': false },
    });
  });

  it('are checked together with the body, by one validator for all such routes', () => {
    const request: RequestOptions = {
      body: report,
      requestParameters: { 'method.request.header.If-Match': true },
    };
    const { resource } = synthApi((api) => {
      api.addRoute('PUT /a', { auth, integration, ...request });
      api.addRoute('PUT /b', { auth, integration, ...request });
    });

    expect(Object.keys(resource.aws_api_gateway_request_validator ?? {})).toEqual(['body_and_parameters']);
    for (const route of ['put_a', 'put_b']) {
      expect(resource.aws_api_gateway_method?.[route]?.request_validator_id).toBe(
        '${aws_api_gateway_request_validator.body_and_parameters.id}',
      );
    }
  });

  it('of the integration are added to those of the route', () => {
    const { resource } = synthApi((api) =>
      api.addRoute('GET /reports/{id}', {
        auth,
        integration: Integration.http({ url: 'https://x.test/{id}' }),
        requestParameters: { 'method.request.querystring.page': true },
      }),
    );

    expect(resource.aws_api_gateway_method?.get_reports_by_id?.request_parameters).toEqual({
      'method.request.path.id': true,
      'method.request.querystring.page': true,
    });
  });

  it.each(['method.request.path.name', 'method.request.header.', 'method.request.header.a b'] as const)(
    'fails when one is %s',
    (name) => {
      const message = refusal((api) =>
        api.addRoute('GET /reports/{id}', { auth, integration, requestParameters: { [name]: true } }),
      );

      expect(message).toContain('GET /reports/{id}, requestParameters: expected method.request.header.<name>');
      expect(message).toContain(`found "${name}"`);
    },
  );

  it('does not compile with another part of the request', () => {
    const request: RequestOptions = {
      // @ts-expect-error no such part
      requestParameters: { 'method.request.cookie.session': true },
    };

    expect(refusal((api) => api.addRoute('GET /', { auth, integration, ...request }))).toContain(
      'found "method.request.cookie.session"',
    );
  });
});

it('does not compile with a schema of a later draft', () => {
  const schemas: (JsonSchema | Model)[] = [
    // @ts-expect-error since draft 6
    { type: 'string', const: 'a' },
    // @ts-expect-error a number since draft 6
    { type: 'integer', exclusiveMinimum: 0 },
    // @ts-expect-error no such type
    { type: 'date' },
  ];

  expect(schemas).toHaveLength(3);
});
