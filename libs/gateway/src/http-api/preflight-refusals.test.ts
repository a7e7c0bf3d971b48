import { httpStage, openTo, synthHttpApi } from '../../testing/http-api';
import { Auth, type HttpRouteKey } from '../index';

const cors = { allowOrigins: ['https://app.example.com'] };
const read = Auth.accessToken('reports/read');

const build = (guarded: readonly HttpRouteKey[], open: readonly HttpRouteKey[] = [], props: object = { cors }) =>
  synthHttpApi(
    (api, scope) => {
      const options = openTo(scope);
      for (const key of guarded) api.addRoute(key, { ...options, auth: read });
      for (const key of open) api.addRoute(key, options);
    },
    { stage: httpStage, ...props },
  );

it.each<[HttpRouteKey, string]>([
  ['$default', 'OPTIONS /{proxy+}'],
  ['ANY /reports', 'OPTIONS /reports'],
  ['ANY /{proxy+}', 'OPTIONS /{proxy+}'],
])('a guarded %s that pages call needs an open route for preflights', (key, asked) => {
  expect(() => build([key])).toThrow(
    `${key}, auth: expected the public route ${asked}, because of cors, found nothing. Add the route '${asked}' with ` +
      "auth: Auth.public('preflights carry no token') and an integration, or write the route for single verbs, such as GET.",
  );
});

it('a guarded route for preflights refuses them too', () => {
  expect(() => build(['$default', 'OPTIONS /{proxy+}'])).toThrow('expected the public route OPTIONS /{proxy+}');
});

it.each<[string, () => unknown]>([
  ['with the open route, added later', () => build(['$default'], ['OPTIONS /{proxy+}'])],
  ['of single verbs', () => build(['GET /reports', 'POST /reports'])],
  ['without CORS', () => build(['$default', 'ANY /a'], [], {})],
  ['that anyone may call', () => build([], ['$default', 'ANY /a'])],
])('an API %s needs none', (_what, make) => {
  expect(make).not.toThrow();
});
