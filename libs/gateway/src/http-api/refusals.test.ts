import { synth } from '@gatehouse/testing';
import { lambda } from '../../testing/api';
import { httpRefusal, httpStage } from '../../testing/http-api';
import {
  ApiPolicy,
  Auth,
  Endpoint,
  HttpApi,
  type HttpApiIntegration,
  type HttpApiProps,
  Integration,
  IdentitySource,
  UsagePlan,
  VpcLink,
} from '../index';

const read = Auth.accessToken('reports/read');

describe('an HTTP API refuses', () => {
  const integration = Integration.http({ url: 'https://example.com' });

  it.each<[string, Parameters<typeof httpRefusal>[0], string]>([
    [
      'ID tokens, which its authorizer cannot tell from access tokens',
      (api) => api.addRoute('GET /me', { auth: Auth.idToken(), integration }),
      'GET /me, auth: expected Auth.accessToken(scope), found "Auth.idToken()".',
    ],
    [
      'integrations of REST APIs',
      (api) => api.addRoute('GET /me', { auth: read, integration: Integration.mock() as never }),
      'GET /me, integration: expected an integration that HTTP APIs have, such as Integration.lambda, .http or .private',
    ],
    ...Object.entries({
      apiKeyRequired: true,
      body: { type: 'object' },
      cached: true,
      cacheTtlSeconds: 5,
      loggingLevel: 'ERROR',
      requestParameters: { 'method.request.querystring.a': true },
    }).map(([name, value]): [string, Parameters<typeof httpRefusal>[0], string] => [
      `${name}, which it would leave out`,
      (api) => api.addRoute('GET /me', { auth: read, integration, [name]: value }),
      `GET /me, ${name}: expected nothing, because HTTP APIs have no such option, found`,
    ]),
    [
      'a route twice',
      (api) => [0, 1].map(() => api.addRoute('GET /me', { auth: read, integration })),
      'each route once',
    ],
    [
      'a Lambda authorizer where a token is asked',
      (api, scope) => {
        const authorizer = api.addLambdaAuthorizer('partners', { function: lambda(scope) });
        api.addRoute('GET /me', { auth: read, authorizer, integration });
      },
      'GET /me, authorizer: expected a JWT authorizer for Auth.accessToken(scope), found "test/api/partners".',
    ],
    [
      'a function that is asked by no authorizer',
      (api) => api.addRoute('GET /me', { auth: Auth.custom('partners'), integration }),
      'GET /me, auth: expected an authorizer that checks the caller, found nothing. Call addLambdaAuthorizer before',
    ],
    [
      'a route that does not say whom the function lets in',
      (api, scope) => {
        api.addLambdaAuthorizer('partners', { function: lambda(scope) });
        api.addRoute('GET /me', { auth: Auth.custom(' ' as never), integration });
      },
      'GET /me, auth: expected who the function lets in, found " ".',
    ],
    [
      'a grant of a route that looks at no credentials',
      (api) => {
        api.addRoute('GET /me', { auth: read, integration });
        api.grantInvoke({ granteeId: 'guests', roleName: 'guests' }, 'GET /me');
      },
      'expected a route with Auth.iam(\'who\'), found "Auth.accessToken(...) at GET /me of test/api"',
    ],
    [
      'a grant of $default',
      (api) => {
        api.addRoute('$default', { auth: Auth.iam('guests'), integration });
        api.grantInvoke({ granteeId: 'guests', roleName: 'guests' }, '$default');
      },
      'expected a route with a verb and a path, found "$default".',
    ],
    [
      'a stage of an API that is made elsewhere',
      (_api, scope) => HttpApi.fromId(scope, 'other', { apiId: 'a1' }).addAlarms({ serverErrorPercent: 1 }),
      'addAlarms: expected a stage that is made here',
    ],
    [
      'an API of the same name',
      (_api, scope) => new HttpApi(scope, 'other', { name: 'reports', stage: httpStage }),
      'expected a name and stage of its own among the APIs of the stack',
    ],
    [
      'a link of REST APIs',
      (api, scope) => {
        const vpcLink = new VpcLink(scope, 'network', { name: 'a', loadBalancer: { arn: 'arn:lb' } });
        const { vpcLinkId } = vpcLink;
        const targetArn = 'arn:listener';
        api.addRoute('GET /me', {
          auth: read,
          integration: Integration.private({ vpcLink: { vpcLinkId }, targetArn }),
        });
      },
      'GET /me, integration: expected a VPC link of HTTP APIs, found "one of REST APIs". A VpcLink is for REST APIs: make',
    ],
    [
      'a usage plan',
      (api, scope) => new UsagePlan(scope, 'partners', { name: 'partners' }).addApi(api as never),
      'test/partners, addApi: expected a RestApi, found the construct test/api. HTTP APIs have no API keys: make it a',
    ],
    [
      'an issuer without TLS',
      (api) => api.addJwtAuthorizer('others', { issuer: 'http://example.com', audience: ['a'] }),
      'issuer: expected a URL that begins with https://',
    ],
    [
      'tokens elsewhere',
      (api) =>
        api.addJwtAuthorizer('others', {
          ...{ issuer: 'https://example.com', audience: ['a'] },
          identitySource: IdentitySource.context('path'),
        }),
      'identitySource: expected IdentitySource.header or IdentitySource.queryString, found "$context.path".',
    ],
  ])('%s', (_what, build, message) => {
    expect(httpRefusal(build)).toContain(message);
  });

  it('no routes at all', () => {
    expect(() => synth((scope) => new HttpApi(scope, 'api', { name: 'reports', stage: httpStage }))).toThrow(
      'routes: expected at least one, found none. Call addRoute.',
    );
  });

  it.each<[string, object, string]>([
    ['a resource policy', { policy: ApiPolicy.onlyFromIps('203.0.113.0/24') }, 'policy: expected nothing, because'],
    ['a private endpoint', { endpoint: Endpoint.private({ vpcEndpoints: ['vpce-1'] }) }, 'endpoint: expected nothing'],
    ['a canary', { stage: { ...httpStage, canary: { percentTraffic: 5 } } }, 'stage.canary: expected nothing, because'],
  ])('%s, which it would leave out', (_what, props, message) => {
    const build = () => synth((scope) => new HttpApi(scope, 'api', { name: 'reports', stage: httpStage, ...props }));

    expect(build).toThrow(message);
  });

  it('by type', () => {
    // @ts-expect-error an HTTP API makes no answers of its own
    const mock: HttpApiIntegration = Integration.mock();
    // @ts-expect-error API keys are of REST APIs
    const options: Parameters<HttpApi['addRoute']>[1] = { auth: read, integration, apiKeyRequired: true };
    const tried: HttpApiProps[] = [
      // @ts-expect-error it has no cache
      { name: 'a', stage: { ...httpStage, cache: { sizeGb: '0.5', ttlSeconds: 60 } } },
      // @ts-expect-error its stages are not traced
      { name: 'a', stage: { ...httpStage, tracing: true } },
      // @ts-expect-error it has no resource policy
      { name: 'a', stage: httpStage, policy: [] },
    ];
    // @ts-expect-error HTTP APIs have no API keys
    const plan = (api: HttpApi): Parameters<UsagePlan['addApi']>[0] => api;
    // @ts-expect-error a link of REST APIs
    const link = (vpcLink: VpcLink): Parameters<typeof Integration.private>[0]['vpcLink'] => vpcLink;
    // @ts-expect-error AWS WAF protects REST APIs
    const waf = HttpApi.prototype.addWebAcl as unknown;
    expect([mock, options, tried, waf]).toMatchObject([{}, { apiKeyRequired: true }, { length: 3 }, undefined]);
    expect([typeof plan, typeof link]).toEqual(['function', 'function']);
  });
});
