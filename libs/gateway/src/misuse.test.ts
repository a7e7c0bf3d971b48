import { type Construct } from 'constructs';
import { lambda, open, refusal, stage, userPool } from '../testing/api';
import { app, httpRefusal, issuer, openTo } from '../testing/http-api';
import { ApiKey, Auth, type HttpApi, Integration, RestApi, type RestApiProps, UsagePlan } from './index';

const alarms = { serverErrorPercent: 1 };

it.each<[string, (api: RestApi, scope: Construct) => unknown, string]>([
  [
    'alarms twice',
    (api) => [api.addAlarms(alarms), api.addAlarms(alarms)],
    'test/api, addAlarms: expected one call, found "a second one". Say all of it in one call.',
  ],
  ['a dashboard twice', (api) => [api.addDashboard(), api.addDashboard()], 'test/api, addDashboard: expected one call'],
  [
    'an authorizer of the same id',
    (api) => api.addCognitoAuthorizer('users', { userPools: [userPool] }),
    'test/api, addCognitoAuthorizer: expected an id of its own, found "users". test/api/users has it: give another id.',
  ],
  [
    'a token authorizer of the same id',
    (api, scope) => api.addTokenAuthorizer('users', { function: lambda(scope) }),
    'test/api, addTokenAuthorizer: expected an id of its own',
  ],
  [
    'a plan of the same id',
    (api) => [api.addUsagePlan('partners'), api.addUsagePlan('partners')],
    'test/api, addUsagePlan: expected an id of its own, found "partners".',
  ],
  [
    'a key twice in a plan',
    (_, scope) => {
      const key = new ApiKey(scope, 'acme', { name: 'acme' });
      new UsagePlan(scope, 'plan', { name: 'plan' }).addKey(key).addKey(key);
    },
    'test/plan, addKey: expected each key once, found the construct test/acme. The plan has it already: remove one of the two.',
  ],
  [
    'a key as text',
    (_, scope) => new ApiKey(scope, 'acme', { name: 'acme', value: 'abcdefghijklmnopqrstuvwxyz' as never }),
    'test/acme, value: expected a secret by reference, such as Secret.secretsManager({ arn }), found "string". A key in code is known to ' +
      'everyone who may read the code: keep it in Secrets Manager.',
  ],
  [
    'an access token without scopes',
    (api) => api.addRoute('GET /a', { ...open, auth: (Auth.accessToken as () => Auth)() }),
    'test/api, GET /a, auth: expected scopes: texts such as reports/read, or what .scope() of a resource server returns, found [null].',
  ],
  [
    'the id of an authorizer',
    (api) => api.addRoute('GET /a', { ...open, auth: Auth.idToken(), authorizer: 'users' as never }),
    'test/api, GET /a, authorizer: expected an authorizer of the API, as the call that adds it returns it, found "users". Hand it over ' +
      'itself, not its id.',
  ],
  [
    'an authorizer of another API, where there is none of its kind',
    (api, scope) => {
      const other = new RestApi(scope, 'other', { name: 'other', stage } as RestApiProps);
      const authorizer = other.addTokenAuthorizer('partners', { function: lambda(scope) });
      api.addRoute('GET /a', { ...open, auth: Auth.custom('partners'), authorizer });
    },
    'test/api, GET /a, authorizer: expected an authorizer of this API, which has none of the kind, found "test/other/partners". Call ' +
      'addTokenAuthorizer or addRequestAuthorizer of this API',
  ],
])('refuses %s', (_, misuse, message) => {
  expect(refusal((api, scope) => void misuse(api, scope))).toContain(message);
});

it.each<[string, (api: HttpApi, scope: Construct) => unknown, string]>([
  [
    'an authorizer of the same id',
    (api) => api.addJwtAuthorizer('users', { userPool: { issuer }, clients: [app] }),
    'test/api, addJwtAuthorizer: expected an id of its own, found "users".',
  ],
  [
    'a Lambda authorizer of the same id',
    (api, scope) => api.addLambdaAuthorizer('users', { function: lambda(scope) }),
    'test/api, addLambdaAuthorizer: expected an id of its own, found "users".',
  ],
  [
    'the id of an authorizer',
    (api, scope) =>
      api.addRoute('GET /a', { ...openTo(scope), auth: Auth.accessToken('a/b'), authorizer: 'users' as never }),
    'test/api, GET /a, authorizer: expected an authorizer of the API',
  ],
  [
    'an access token without scopes',
    (api) =>
      api.addRoute('GET /a', {
        auth: (Auth.accessToken as () => Auth)(),
        integration: Integration.http({ url: 'https://example.com' }),
      }),
    'test/api, GET /a, auth: expected scopes',
  ],
])('refuses of an HTTP API %s', (_, misuse, message) => {
  expect(httpRefusal((api, scope) => void misuse(api, scope))).toContain(message);
});
