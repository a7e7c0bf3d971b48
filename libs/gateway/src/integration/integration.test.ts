import { parse, Compile } from 'velocityjs';
import { lambda, refusal, synthApi } from '../../testing/api';
import { Auth, type HttpIntegrationOptions, Integration, type MockIntegrationOptions, type RouteKey } from '../index';

const auth = Auth.public('a test');
const rest_api_id = '${aws_api_gateway_rest_api.api.id}';

it.each([
  ['nothing', undefined, 'nothing'],
  ['null', null, 'nothing'],
  ['an object', { functionName: 'a' }, '{"functionName":"a"}'],
  ['a backend of HTTP APIs', Integration.private({ listenerArn: 'arn:a' } as never), '"Integration.private"'],
  ['the maker of one', Integration.lambda, 'the function lambda'],
])('%s is refused as integration', (_what, integration, found) => {
  expect(refusal((api) => api.addRoute('GET /a', { auth, integration: integration as never }))).toContain(
    `test/api, GET /a, integration: expected an Integration, found ${found}. Make it by Integration.lambda, .mock or .http.`,
  );
});

it('a function without Integration.lambda is refused by its path', () => {
  const message = refusal((api, scope) => api.addRoute('GET /a', { auth, integration: lambda(scope) as never }));

  expect(message).toContain('expected an Integration, found the construct test/service. Make it by Integration.lambda');
});

describe('a Lambda integration', () => {
  it('needs one permission for all routes of a function', () => {
    const { resource } = synthApi((api, scope) => {
      const first = lambda(scope, 'first');
      api.addRoute('GET /a', { auth, integration: Integration.lambda(first) });
      api.addRoute('POST /a', { auth, integration: Integration.lambda(first) });
      api.addRoute('GET /b', { auth, integration: Integration.lambda(lambda(scope, 'second')) });
    });

    const permission = {
      action: 'lambda:InvokeFunction',
      principal: 'apigateway.amazonaws.com',
      source_arn: '${aws_api_gateway_rest_api.api.execution_arn}/dev/*/*',
    };
    expect(resource.aws_lambda_permission).toEqual({
      first_api: { ...permission, function_name: '${aws_lambda_function.first.function_name}' },
      second_api: { ...permission, function_name: '${aws_lambda_function.second.function_name}' },
    });
  });

  it('needs a permission for the alias that it calls', () => {
    const { resource } = synthApi((api, scope) => {
      const live = Object.assign(lambda(scope), { qualifier: 'live' });
      api.addRoute('GET /a', { auth, integration: Integration.lambda(live) });
    });

    expect(resource.aws_lambda_permission?.service_api).toMatchObject({ qualifier: 'live' });
  });

  it('makes the stage wait for the permission', () => {
    const { resource } = synthApi((api, scope) => {
      api.addRoute('GET /a', { auth, integration: Integration.lambda(lambda(scope)) });
    });

    expect(resource.aws_api_gateway_stage?.api?.depends_on).toEqual(['aws_lambda_permission.service_api']);
  });
});

describe('a mock integration', () => {
  const mock = (options?: MockIntegrationOptions) =>
    synthApi((api) => api.addRoute('GET /health', { auth, integration: Integration.mock(options) })).resource;

  it('answers 200 and nothing by default', () => {
    const resource = mock();

    const resource_id = '${aws_api_gateway_resource.health.id}';
    const http_method = '${aws_api_gateway_integration.get_health.http_method}';
    expect(resource.aws_api_gateway_integration).toEqual({
      get_health: {
        rest_api_id,
        resource_id,
        http_method: '${aws_api_gateway_method.get_health.http_method}',
        type: 'MOCK',
        request_templates: { 'application/json': '{"statusCode":200}' },
        content_handling: 'CONVERT_TO_TEXT',
        passthrough_behavior: 'NEVER',
      },
    });
    expect(resource.aws_api_gateway_method_response).toEqual({
      get_health: { rest_api_id, resource_id, http_method, status_code: '200', response_parameters: {} },
    });
    expect(resource.aws_api_gateway_integration_response).toEqual({
      get_health: {
        rest_api_id,
        resource_id,
        http_method,
        status_code: '${aws_api_gateway_method_response.get_health.status_code}',
        response_parameters: {},
      },
    });
  });

  it('answers with a status, headers and JSON', () => {
    const resource = mock({ status: 503, headers: { 'Retry-After': '120' }, body: { message: 'closed' } });

    expect(resource.aws_api_gateway_integration?.get_health?.request_templates).toEqual({
      'application/json': '{"statusCode":503}',
    });
    expect(resource.aws_api_gateway_method_response?.get_health).toMatchObject({
      status_code: '503',
      response_parameters: { 'method.response.header.Retry-After': true },
    });
    expect(resource.aws_api_gateway_integration_response?.get_health).toMatchObject({
      response_parameters: { 'method.response.header.Retry-After': "'120'" },
      response_templates: { 'application/json': '{"message":"closed"}' },
    });
  });

  it('answers text that means something to templates and to Terraform as it is', () => {
    const body = { price: '$5 or ${five}', tag: '#if(true) #1', percent: '100%{x}' };
    const templates = mock({ body }).aws_api_gateway_integration_response?.get_health?.response_templates as {
      'application/json': string;
    };

    const written = templates['application/json'];
    expect(written).not.toMatch(/(?<!\$)\$\{|(?<!%)%\{/);
    const asTerraformReadsIt = written.replace(/([$%])\1\{/g, '$1{');
    expect(JSON.parse(new Compile(parse(asTerraformReadsIt)).render({}))).toEqual(body);
  });

  it.each([
    [{ status: 99 }, 'a status from 200 to 599, found 99'],
    [{ status: 200.5 }, 'a status from 200 to 599, found 200.5'],
    [{ headers: { 'X Y': 'z' } }, 'headers of printable ASCII without single quotes, found {"X Y":"z"}'],
    [{ headers: { X: "it's" } }, 'headers of printable ASCII without single quotes, found {"X":"it\'s"}'],
  ])('fails when it is %j', (options, expected) => {
    expect(refusal((api) => api.addRoute('GET /health', { auth, integration: Integration.mock(options) }))).toContain(
      `test/api, GET /health, integration: expected ${expected}.`,
    );
  });
});

describe('an HTTP integration', () => {
  const http = (key: RouteKey, options: HttpIntegrationOptions) =>
    synthApi((api) => api.addRoute(key, { auth, integration: Integration.http(options) })).resource;

  it('forwards the request', () => {
    const resource = http('ANY /legacy', {
      url: 'https://legacy.example.com/api',
      timeoutMilliseconds: 5000,
    });

    expect(resource.aws_api_gateway_integration).toEqual({
      any_legacy: {
        rest_api_id,
        resource_id: '${aws_api_gateway_resource.legacy.id}',
        http_method: '${aws_api_gateway_method.any_legacy.http_method}',
        type: 'HTTP_PROXY',
        integration_http_method: 'ANY',
        uri: 'https://legacy.example.com/api',
        timeout_milliseconds: 5000,
      },
    });
    expect(resource.aws_api_gateway_method?.any_legacy).not.toHaveProperty('request_parameters');
  });

  it('forwards the parameters of the path', () => {
    const resource = http('GET /files/{bucket}/{proxy+}', { url: 'https://x.test/{proxy}?from={bucket}' });

    expect(resource.aws_api_gateway_integration?.get_files_by_bucket_proxy).toMatchObject({
      timeout_milliseconds: 29000,
      request_parameters: {
        'integration.request.path.proxy': 'method.request.path.proxy',
        'integration.request.path.bucket': 'method.request.path.bucket',
      },
    });
    expect(resource.aws_api_gateway_method?.get_files_by_bucket_proxy).toMatchObject({
      request_parameters: { 'method.request.path.proxy': true, 'method.request.path.bucket': true },
    });
  });

  it.each([
    [{ url: 'example.com' }, 'a URL that begins with https:// or http://, found "example.com"'],
    [{ url: 'https://x.test/{name}' }, 'parameters of the path /reports/{id}, found "{name}"'],
    [{ url: 'https://x.test', timeoutMilliseconds: 49 }, 'a timeout from 50 to 300000 milliseconds, found 49'],
    [{ url: 'https://x.test', timeoutMilliseconds: 300001 }, 'a timeout from 50 to 300000 milliseconds, found 300001'],
  ])('fails when it is %j', (options, expected) => {
    const message = refusal((api) =>
      api.addRoute('GET /reports/{id}', { auth, integration: Integration.http(options) }),
    );

    expect(message).toContain(`test/api, GET /reports/{id}, integration: expected ${expected}.`);
  });
});
