import { anAuthorizer, aStage } from '../../testing/surface';
import { type FrozenRoute, type Snapshot } from '../../snapshots';
import { type Area } from '../area';
import { aTemplate } from '../mocks';
import { pages } from '../pages';
import { message, rowsOf } from '../row';
import { conformanceApi } from '../served';

const json = 'application/json';

/** A method as the emulator tells it, that answers with a text. */
const frozen = (title: string, text: string, more: Partial<FrozenRoute> = {}): FrozenRoute => {
  const [method = '', path = ''] = title.split(' ');
  return {
    method,
    path,
    resourceId: 'res1',
    authorizationType: 'NONE',
    methodResponses: { 200: { statusCode: '200' } },
    integration: {
      type: 'MOCK',
      requestTemplates: { [json]: '{"statusCode":200}' },
      integrationResponses: { 200: { statusCode: '200', responseTemplates: { [json]: text } } },
    },
    ...more,
  };
};

const snapshot = (overrides: Partial<Snapshot>): Snapshot => ({
  ...{ routes: [], authorizers: [], requestValidators: [], models: [], gatewayResponses: [] },
  settings: { apiKeySource: 'HEADER', binaryMediaTypes: [] },
  ...overrides,
});

const guarded = { authorizationType: 'COGNITO_USER_POOLS', authorizerId: 'users' };
const users = { id: 'users', name: 'users', type: 'COGNITO_USER_POOLS', providerARNs: anAuthorizer().userPoolArns };
const policy = (Effect: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect, Principal: '*', Action: 'execute-api:Invoke', Resource: '*' }],
  });

/** What a deployment would freeze now: as the API is applied. */
const now = snapshot({ routes: [frozen('ANY /same', 'kept'), frozen('ANY /open', 'now'), frozen('ANY /new', 'new')] });

const api = conformanceApi('deployed', {
  authorizers: [],
  routes: [
    aTemplate('/same', '$stageVariables.who $context.isCanaryRequest'),
    aTemplate('/open', 'open now'),
    aTemplate('/new', 'new'),
  ],
  stages: [
    aStage({ deploymentId: 'before' }),
    aStage({ name: 'closed', deploymentId: 'closed' }),
    aStage({
      name: 'all',
      deploymentId: 'before',
      variables: { who: 'stage' },
      canary: { deploymentId: 'canary', percentTraffic: 100, variables: { who: 'canary' } },
      accessLog: { destinationArn: 'arn:aws:logs:eu-west-1:1:log-group:x', format: '$context.isCanaryRequest' },
    }),
    aStage({
      name: 'none',
      deploymentId: 'before',
      variables: { who: 'stage' },
      canary: { deploymentId: 'canary', percentTraffic: 0, variables: { who: 'canary' } },
    }),
    aStage({
      name: 'half',
      deploymentId: 'before',
      canary: { deploymentId: 'canary', percentTraffic: 50, variables: { who: 'canary' } },
    }),
  ],
});
const { answers, row } = rowsOf(api);

const snapshots = {
  deployed: now,
  'deployed/before': snapshot({
    routes: [
      frozen('ANY /same', 'kept'),
      frozen('ANY /open', 'guarded before', guarded),
      frozen('ANY /gone', 'still here'),
      frozen('ANY /unknown', '', { authorizationType: 'CUSTOM', authorizerId: 'nobody' }),
      frozen('POST /checked', 'checked', { requestValidatorId: 'v', requestModels: { [json]: 'pet' } }),
    ],
    authorizers: [users],
    requestValidators: [{ id: 'v', validateRequestBody: true }],
    models: [{ name: 'pet', schema: '{"required":["name"]}' }],
    gatewayResponses: [{ responseType: 'UNAUTHORIZED', statusCode: '418' }],
  }),
  'deployed/closed': snapshot({ ...now, settings: { policy: policy('Deny') } }),
  'deployed/canary': now,
};

/** Stages serve what their deployments froze. */
export const deployments: Area = {
  apis: [api],
  snapshots,
  rows: [
    answers('A method that was removed is served until the next deployment', pages.deployment, 'GET /gone', {
      status: 200,
      body: 'still here',
    }),
    row('`npm start` names it', pages.deployment, ({ notes }) => {
      expect(notes()).toContain(
        'API deployed, stage local: live, though the configuration does not have it: ANY /gone, ANY /unknown, POST /checked. ' +
          'A new deployment of the stage ends it.',
      );
    }),
    answers('A method that is new is served with the next deployment', pages.deployment, 'GET /new', { status: 403 }),
    answers('A guard that was taken away holds until the next deployment', pages.deployment, 'GET /open', {
      status: 418,
    }),
    answers('A gateway response that was removed too', pages.deployment, 'GET /open', {
      status: 418,
      body: message('Unauthorized'),
    }),
    answers(
      'A validator and a model that were removed too',
      pages.deployment,
      'POST /checked',
      { status: 400, body: message('Invalid request body') },
      { body: '{}' },
    ),
    answers('A guard that nobody knows any more refuses', pages.deployment, 'GET /unknown', { status: 500 }),
    row('A resource policy holds as it was deployed', pages.policyDeployed, async ({ send }) => {
      expect((await send('GET /closed/same')).status).toBe(403);
    }),
    row('A canary serves its own deployment, with its variables', pages.canary, async ({ send }) => {
      expect((await send('GET /all/same')).body).toBe('canary true');
      expect((await send('GET /all/new')).body).toBe('new');
      expect((await send('GET /all/gone')).status).toBe(403);
    }),
    row('A canary of 0 percent serves nothing', pages.canary, async ({ send }) => {
      expect((await send('GET /none/same')).body).toBe('stage false');
      expect((await send('GET /none/gone')).body).toBe('still here');
    }),
    row('Between them chance decides, for each request', pages.canary, async ({ send }) => {
      const seen = new Set<number>();
      while (seen.size < 2) seen.add((await send('GET /half/gone')).status);
      expect(seen).toEqual(new Set([200, 403]));
    }),
    row('The access log says which it was', pages.accessLogVariables, async ({ accessLog, send }) => {
      await send('GET /all/same');
      expect(accessLog).toEqual(['true']);
    }),
    row('A stage without a canary says nothing of it', pages.accessLogVariables, async ({ call }) => {
      expect((await call('GET /same')).body).toBe('$stageVariables.who $context.isCanaryRequest');
    }),
  ],
};
