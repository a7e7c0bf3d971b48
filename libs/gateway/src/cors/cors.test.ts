import { Compile, parse } from 'velocityjs';
import { open, refusal, synthApi } from '../../testing/api';
import { Auth, type CorsOptions, Integration } from '../index';

const one = { allowOrigins: ['https://app.example.com'] };
const several = { allowOrigins: ['https://a.example.com', 'http://localhost:3000'] };
const rest_api_id = '${aws_api_gateway_rest_api.api.id}';
const resource_id = '${aws_api_gateway_resource.me.id}';

const withCors = (cors: CorsOptions) => synthApi((api) => api.addRoute('GET /me', open), { cors }).resource;

describe('the preflight of a path', () => {
  it('is answered by API Gateway itself, without a token', () => {
    const resource = withCors(one);

    const http_method = '${aws_api_gateway_integration.options_me.http_method}';
    expect(resource.aws_api_gateway_method?.options_me).toEqual({
      rest_api_id,
      resource_id,
      http_method: 'OPTIONS',
      authorization: 'NONE',
    });
    expect(resource.aws_api_gateway_integration?.options_me).toEqual({
      rest_api_id,
      resource_id,
      http_method: '${aws_api_gateway_method.options_me.http_method}',
      type: 'MOCK',
      request_templates: { 'application/json': '{"statusCode":204}' },
      content_handling: 'CONVERT_TO_TEXT',
      passthrough_behavior: 'NEVER',
    });
    expect(resource.aws_api_gateway_method_response?.options_me).toEqual({
      rest_api_id,
      resource_id,
      http_method,
      status_code: '204',
      response_parameters: {
        'method.response.header.Access-Control-Allow-Origin': true,
        'method.response.header.Access-Control-Allow-Headers': true,
        'method.response.header.Access-Control-Allow-Methods': true,
        'method.response.header.Access-Control-Max-Age': true,
        'method.response.header.Vary': true,
      },
    });
    expect(resource.aws_api_gateway_integration_response?.options_me).toEqual({
      rest_api_id,
      resource_id,
      http_method,
      status_code: '${aws_api_gateway_method_response.options_me.status_code}',
      response_parameters: {
        'method.response.header.Access-Control-Allow-Origin': "'https://app.example.com'",
        'method.response.header.Access-Control-Allow-Headers': "'Authorization,Content-Type'",
        'method.response.header.Access-Control-Allow-Methods': "'GET,OPTIONS'",
        'method.response.header.Access-Control-Max-Age': "'600'",
        'method.response.header.Vary': "'Origin'",
      },
    });
  });

  it('says what was asked for', () => {
    const { aws_api_gateway_integration_response: responses } = withCors({
      ...one,
      allowHeaders: ['authorization', 'X-Trace'],
      allowCredentials: true,
      maxAgeSeconds: 0,
    });

    expect(responses?.options_me?.response_parameters).toMatchObject({
      'method.response.header.Access-Control-Allow-Credentials': "'true'",
      'method.response.header.Access-Control-Allow-Headers': "'authorization,X-Trace'",
      'method.response.header.Access-Control-Max-Age': "'0'",
    });
  });

  it('lets pages send the headers of a signature where a route takes signed requests', () => {
    const { resource } = synthApi(
      (api) => {
        const integration = Integration.mock();
        api.addRoute('GET /prices', { auth: Auth.iam('guests'), integration });
        api.addRoute('POST /prices', { auth: Auth.idToken(), integration });
        api.addRoute('GET /me', { auth: Auth.idToken(), integration });
      },
      { cors: { ...one, allowHeaders: ['authorization', 'x-amz-date'] } },
    );
    const headersOf = (name: string) =>
      (resource.aws_api_gateway_integration_response?.[name]?.response_parameters as Record<string, string>)[
        'method.response.header.Access-Control-Allow-Headers'
      ];

    expect(headersOf('options_prices')).toBe("'authorization,x-amz-date,X-Amz-Content-Sha256,X-Amz-Security-Token'");
    expect(headersOf('options_me')).toBe("'authorization,x-amz-date'");
  });

  it('allows every page, the same for all', () => {
    const { aws_api_gateway_integration_response: responses } = withCors({ allowOrigins: ['*'] });

    expect(responses?.options_me?.response_parameters).toEqual({
      'method.response.header.Access-Control-Allow-Origin': "'*'",
      'method.response.header.Access-Control-Allow-Headers': "'Authorization,Content-Type'",
      'method.response.header.Access-Control-Allow-Methods': "'GET,OPTIONS'",
      'method.response.header.Access-Control-Max-Age': "'600'",
    });
  });

  it('is there once for every path with routes, the root included, and allows their verbs', () => {
    const { resource } = synthApi(
      (api) => {
        api.addRoute('POST /', open);
        api.addRoute('PUT /reports/{id}', open);
        api.addRoute('DELETE /reports/{id}', open);
        api.addRoute('ANY /files/{proxy+}', open);
        api.addRoute('GET /files/{proxy+}', open);
      },
      { cors: one },
    );

    const responses = Object.entries(resource.aws_api_gateway_integration_response ?? {})
      .filter(([name]) => name.startsWith('options_'))
      .map(([name, { response_parameters: headers }]) => [
        name,
        (headers as Record<string, string>)['method.response.header.Access-Control-Allow-Methods'],
      ]);
    expect(Object.fromEntries(responses)).toEqual({
      options_root: "'OPTIONS,POST'",
      options_reports_by_id: "'DELETE,OPTIONS,PUT'",
      options_files_proxy: "'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT'",
    });
  });

  it('is missing without cors', () => {
    const { resource } = synthApi((api) => api.addRoute('GET /me', open));

    expect(resource.aws_api_gateway_method).not.toHaveProperty('options_me');
    expect(resource.aws_api_gateway_gateway_response).toBeUndefined();
  });

  it('fails when a route answers OPTIONS as well', () => {
    expect(refusal((api) => api.addRoute('OPTIONS /me', open), { cors: one })).toContain(
      'test/api, route: expected OPTIONS left to cors, which answers it for every path, found "OPTIONS /me".',
    );
  });
});

describe('several origins', () => {
  const responses = synthApi(
    (api) =>
      api.addRoute('GET /me', {
        auth: Auth.idToken(),
        integration: Integration.mock({ body: { ok: true } }),
      }),
    { cors: several },
  ).resource.aws_api_gateway_integration_response;

  it.each(['options_me', 'get_me'])('%s names the first one to all others', (name) => {
    expect(responses?.[name]?.response_parameters).toMatchObject({
      'method.response.header.Access-Control-Allow-Origin': "'https://a.example.com'",
      'method.response.header.Vary': "'Origin'",
    });
  });

  it.each([
    ['Origin', 'https://a.example.com', 'https://a.example.com'],
    ['Origin', 'http://localhost:3000', 'http://localhost:3000'],
    ['origin', 'http://localhost:3000', 'http://localhost:3000'],
    ['Origin', 'https://a-example.com', undefined],
    ['Origin', 'https://aXexample.com', undefined],
    ['Origin', 'https://a.example.com.evil.test', undefined],
    ['Origin', 'HTTPS://A.EXAMPLE.COM', undefined],
    ['origin', 'null', undefined],
    ['Referer', 'https://a.example.com', undefined],
  ])('%s: %s is answered with %s', (header, value, expected) => {
    for (const name of ['options_me', 'get_me']) {
      const { 'application/json': template } = responses?.[name]?.response_templates as Record<string, string>;
      const override: Record<string, string> = {};

      const body = new Compile(parse(template ?? '')).render({
        input: { params: (wanted: string) => (wanted === header ? value : '') },
        context: { responseOverride: { header: override } },
      });

      expect(override['Access-Control-Allow-Origin']).toBe(expected);
      expect(body).toBe(name === 'get_me' ? '{"ok":true}' : '');
    }
  });
});

describe('errors that API Gateway makes', () => {
  const headersOf = (cors: CorsOptions) => withCors(cors).aws_api_gateway_gateway_response;

  it('can be read by pages of the one origin', () => {
    const response = {
      rest_api_id,
      response_parameters: {
        'gatewayresponse.header.Access-Control-Allow-Origin': "'https://app.example.com'",
        'gatewayresponse.header.Vary': "'Origin'",
      },
    };
    expect(headersOf(one)).toEqual({
      default_4xx: { ...response, response_type: 'DEFAULT_4XX' },
      default_5xx: { ...response, response_type: 'DEFAULT_5XX' },
    });
  });

  it('can be read by the page that asks, when there are several origins', () => {
    expect(headersOf({ ...several, allowCredentials: true })?.default_4xx?.response_parameters).toEqual({
      'gatewayresponse.header.Access-Control-Allow-Origin': 'method.request.header.Origin',
      'gatewayresponse.header.Access-Control-Allow-Credentials': "'true'",
      'gatewayresponse.header.Vary': "'Origin'",
    });
  });

  it('can be read by every page, when every page may call', () => {
    expect(headersOf({ allowOrigins: ['*'] })?.default_5xx?.response_parameters).toEqual({
      'gatewayresponse.header.Access-Control-Allow-Origin': "'*'",
    });
  });
});

describe('options', () => {
  it.each([
    [{ allowOrigins: [] }, 'cors.allowOrigins: expected at least one origin, each once, found [].'],
    [{ allowOrigins: ['https://a.test', 'https://a.test'] }, 'each once'],
    [{ allowOrigins: ['*', 'https://a.test'] }, '* alone, and without allowCredentials'],
    [{ allowOrigins: ['*'], allowCredentials: true }, '* alone, and without allowCredentials, found ["*"].'],
    [{ allowOrigins: ['https://a.test/'] }, 'without a path or a slash at the end, found "https://a.test/".'],
    [{ allowOrigins: ['https://a.test/x'] }, 'without a path'],
    [{ allowOrigins: ['https://A.test'] }, 'a host in lower case'],
    [{ allowOrigins: ['a.test'] }, 'a scheme and a host'],
    [{ allowOrigins: ['null'] }, 'a scheme and a host'],
    [{ allowOrigins: ['https://*.a.test'] }, 'a scheme and a host'],
    [{ allowOrigins: ["https://a.test' || 'a' == 'a"] }, 'a scheme and a host'],
    [{ ...one, allowHeaders: ['Authorization', 'a b'] }, 'cors.allowHeaders: expected names of headers, found "a b".'],
    [{ ...one, allowHeaders: ["Authorization','X"] }, 'names of headers'],
    [{ ...one, allowHeaders: ['Content-Type'] }, 'Authorization among them, found ["Content-Type"].'],
    [{ ...one, allowHeaders: ['*'] }, '* does not stand for it'],
    [{ ...one, maxAgeSeconds: -1 }, 'cors.maxAgeSeconds: expected a whole number from 0 to 86400, found -1.'],
    [{ ...one, maxAgeSeconds: 86401 }, 'a whole number from 0 to 86400'],
  ])('fails when they are %j', (cors, expected) => {
    const message = refusal(() => undefined, { cors });

    expect(message).toMatch(/^test\/api, cors\./);
    expect(message).toContain(expected);
  });
});
