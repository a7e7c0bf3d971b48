import { type UsagePlan } from '@gatehouse/surface';
import { anAuthorizer, aRoute, aStage } from '../../testing/surface';
import { type Area } from '../area';
import { theFunction, uriOf } from '../functions';
import { pages } from '../pages';
import { message, rowsOf } from '../row';
import { conformanceApi } from '../served';

const paths = ['/plain', '/many', '/few', '/own', '/quota'].map((path) =>
  aRoute(`GET ${path}`, { integration: theFunction, apiKeyRequired: true }),
);
const api = conformanceApi('keys', {
  routes: [
    ...paths,
    aRoute('GET /open', { integration: theFunction }),
    aRoute('GET /checked', {
      integration: theFunction,
      apiKeyRequired: true,
      validator: { parameters: true, body: false },
      requestParameters: { 'method.request.querystring.q': true },
    }),
  ],
  stages: [aStage(), aStage({ name: 'other', deploymentId: 'dep1' })],
});
const byAuthorizer = conformanceApi('keys-by-authorizer', {
  apiKeySource: 'AUTHORIZER',
  authorizers: [
    anAuthorizer({ id: 'token', type: 'TOKEN', userPoolArns: [], resultTtl: 0, uri: uriOf('conformance') }),
  ],
  routes: [
    aRoute('GET /plain', {
      integration: theFunction,
      apiKeyRequired: true,
      auth: { kind: 'custom', authorizerId: 'token' },
    }),
  ],
});

const aPlan = (id: string, keys: Record<string, boolean>, overrides: Partial<UsagePlan> = {}): UsagePlan => ({
  address: `aws_api_gateway_usage_plan.${id}`,
  id,
  name: id,
  stages: ['keys', 'keys-by-authorizer'].map((apiId) => ({ apiId, stage: 'local', throttles: [] })),
  keys: Object.entries(keys).map(([key, enabled]) => ({
    address: `aws_api_gateway_usage_plan_key.${key}`,
    id: key,
    enabled,
  })),
  ...overrides,
});

const ONE_A_YEAR = 1 / (365 * 86_400);
const stage = (throttles: UsagePlan['stages'][number]['throttles']) => [{ apiId: 'keys', stage: 'local', throttles }];

const usagePlans: UsagePlan[] = [
  aPlan('plain', { good: true, off: false }),
  aPlan('elsewhere', { far: true }, { stages: [{ apiId: 'gone', stage: 'local', throttles: [] }] }),
  aPlan('slow', { slow: true, slow2: true }, { throttleRate: ONE_A_YEAR, throttleBurst: 2 }),
  aPlan('own', { own: true }, { stages: stage([{ path: '/own/GET', rate: ONE_A_YEAR, burst: 1 }]) }),
  aPlan('quota', { quota: true, quota2: true }, { quota: { limit: 2, period: 'MONTH' } }),
  aPlan('nothing', { nothing: true }, { throttleRate: 0, throttleBurst: 0 }),
];

const { answers, row } = rowsOf(api);
const key = (id: string, name = 'x-api-key'): { headers: [string, string][] } => ({
  headers: [[name, `value-of-${id}`]],
});
const forbidden = { status: 403, body: message('Forbidden'), headers: { 'x-amzn-errortype': 'ForbiddenException' } };

const statuses = async (
  call: (title: string, sent: object) => Promise<{ status: number }>,
  title: string,
  id: string,
  times: number,
) => {
  const all = [];
  for (let index = 0; index < times; index += 1) all.push((await call(title, key(id))).status);
  return all;
};

const keys = [
  answers('Without a key it is 403', pages.apiKeySource, 'GET /plain', forbidden),
  answers('An unknown key is 403', pages.apiKeySource, 'GET /plain', forbidden, key('nobody')),
  answers('The id of a key is not its value', pages.apiKeySource, 'GET /plain', forbidden, {
    headers: [['x-api-key', 'good']],
  }),
  answers('A disabled key is 403', pages.apiKeySource, 'GET /plain', forbidden, key('off')),
  answers('A key of a plan of another API is 403', pages.usagePlans, 'GET /plain', forbidden, key('far')),
  row('A key of a plan of another stage is 403', pages.usagePlans, async ({ send, refusals }) => {
    expect((await send('GET /other/plain', key('good'))).status).toBe(403);
    expect(refusals[0]).toContain('its API key is in no usage plan of stage other');
  }),
  answers('A key of a plan of the stage passes', pages.apiKeySource, 'GET /plain', { status: 200 }, key('good')),
  answers(
    'The name of the header is matched in any case',
    pages.apiKeySource,
    'GET /plain',
    { status: 200 },
    key('good', 'X-API-KEY'),
  ),
  answers('A method that needs no key asks for none', pages.apiKeySource, 'GET /open', { status: 200 }),
  row('The function gets the key and its id', pages.context, async ({ call }) => {
    const { identity } = (await call('GET /plain', key('good'))).json().requestContext;
    expect(identity).toMatchObject({ apiKey: 'value-of-good', apiKeyId: 'good' });
  }),
  row('The key goes before the request validator', pages.gatewayResponseTypes, async ({ call }) => {
    expect((await call('GET /checked')).status).toBe(403);
    expect((await call('GET /checked', key('good'))).status).toBe(400);
  }),
  row('The reason of a 403 is printed without the key', pages.apiKeySource, async ({ call, refusals }) => {
    await call('GET /plain', key('nobody'));
    expect(refusals).toEqual([
      'GET /local/plain: its API key is in no usage plan of stage local, or disabled. Who may call it: anyone with an API key.',
    ]);
  }),
];

const fromAuthorizer = rowsOf(byAuthorizer);
const says = (said: object): { headers: [string, string][] } => ({
  headers: [['Authorization', JSON.stringify(said)]],
});

const authorized = [
  fromAuthorizer.answers(
    'With the source AUTHORIZER the key is the usageIdentifierKey of the authorizer',
    pages.apiKeySource,
    'GET /plain',
    { status: 200 },
    says({ usageIdentifierKey: 'value-of-good' }),
  ),
  fromAuthorizer.answers(
    'With the source AUTHORIZER none from the authorizer is 403',
    pages.apiKeySource,
    'GET /plain',
    forbidden,
    says({}),
  ),
  fromAuthorizer.row('With the source AUTHORIZER the header is not read', pages.apiKeySource, async ({ call }) => {
    const headers = [...says({}).headers, ...key('good').headers];
    expect((await call('GET /plain', { headers })).status).toBe(403);
  }),
];

const limits = [
  row(
    'Beyond the burst of its plan a key is answered 429 Too Many Requests',
    pages.throttling,
    async ({ call, refusals }) => {
      expect(await statuses(call, 'GET /many', 'slow', 3)).toEqual([200, 200, 429]);
      const answer = await call('GET /many', key('slow'));
      expect([answer.body, answer.header('x-amzn-errortype')]).toEqual([
        message('Too Many Requests'),
        'TooManyRequestsException',
      ]);
      expect(refusals[0]).toContain('the key throttle of usage plan slow is exceeded');
    },
  ),
  row('Each key of a plan has its own limit', pages.usagePlans, async ({ call }) => {
    expect(await statuses(call, 'GET /few', 'slow2', 3)).toEqual([200, 200, 429]);
  }),
  row('A limit of 0 lets nobody in', pages.throttling, async ({ call }) => {
    expect(await statuses(call, 'GET /plain', 'nothing', 1)).toEqual([429]);
  }),
  row('A plan may limit one method of a stage', pages.usagePlans, async ({ call }) => {
    expect(await statuses(call, 'GET /own', 'own', 2)).toEqual([200, 429]);
    expect(await statuses(call, 'GET /plain', 'own', 3)).toEqual([200, 200, 200]);
  }),
  row('Beyond its quota a key is answered 429 Limit Exceeded', pages.usagePlans, async ({ call, refusals }) => {
    expect(await statuses(call, 'GET /quota', 'quota', 3)).toEqual([200, 200, 429]);
    const answer = await call('GET /quota', key('quota'));
    expect([answer.body, answer.header('x-amzn-errortype')]).toEqual([
      message('Limit Exceeded'),
      'LimitExceededException',
    ]);
    expect(refusals[0]).toContain('the quota of usage plan quota is used up');
  }),
  row('Each key of a plan has its own quota', pages.usagePlans, async ({ call }) => {
    expect(await statuses(call, 'GET /quota', 'quota2', 2)).toEqual([200, 200]);
  }),
];

/** API keys and usage plans. */
export const apiKeys: Area = { apis: [api, byAuthorizer], usagePlans, rows: [...keys, ...authorized, ...limits] };
