import { refusal, synthApi } from '../../../testing/api';
import { Auth, Integration } from '../../index';

const auth = Auth.idToken();

it('several origins are compared in answers without a template too', () => {
  const { resource } = synthApi(
    (api) =>
      api.addRoute('GET /orders', {
        auth,
        integration: Integration.customHttp({ url: 'https://x.test', answers: [{ status: 200 }] }),
      }),
    { cors: { allowOrigins: ['https://a.example.com', 'https://b.example.com'] } },
  );

  const { response_templates } = resource.aws_api_gateway_integration_response?.get_orders ?? {};
  expect((response_templates as Record<string, string>)['application/json']).toMatch(
    /Allow-Origin = \$origin\)#end\$input\.body$/,
  );
});

it.each([
  ['two answers for the rest', [{ status: 200 }, { status: 400 }], 'expected one answer without `when`, found 2'],
  ['no answer for the rest', [{ status: 200, when: '200' }], 'expected one answer without `when`, found 0'],
  ['a status twice', [{ status: 200 }, { status: 200, when: '2..' }], 'expected each status once, found 200'],
  ['no status', [{ status: 99 }], 'expected a status from 200 to 599, found 99'],
  ['no pattern', [{ status: 200 }, { status: 400, when: '(' }], 'expected a regular expression, found "("'],
  ['a header with quotes', [{ status: 200, headers: { A: "it's" } }], 'expected headers of printable ASCII'],
] as const)('%s fails', (_what, answers, message) => {
  const integration = Integration.customHttp({ url: 'https://x.test', answers: answers as never });

  expect(refusal((api) => api.addRoute('GET /orders', { auth, integration }))).toContain(
    `test/api, GET /orders, integration: ${message}`,
  );
});
