import { anAuthorizer, aRoute, aStage } from '../../testing/surface';
import { roleArn } from '../aws';
import { theFunction, uriOf } from '../functions';
import { rowsOf } from '../row';
import { conformanceApi } from '../served';

const anApiAuthorizer = (id: string, overrides: object) =>
  anAuthorizer({
    id,
    name: id,
    type: 'TOKEN',
    userPoolArns: [],
    resultTtl: 0,
    uri: uriOf('conformance'),
    ...overrides,
  });

const guarded = (path: string, authorizerId: string) =>
  aRoute(`ANY ${path}`, { integration: theFunction, auth: { kind: 'custom', authorizerId } });

export const api = conformanceApi('lambda-authorizer', {
  authorizers: [
    anApiAuthorizer('token', {}),
    anApiAuthorizer('cached', { resultTtl: 300 }),
    anApiAuthorizer('pattern', { identityValidationExpression: '\\{.*' }),
    anApiAuthorizer('closed', { uri: uriOf('closed') }),
    anApiAuthorizer('by-role', { uri: uriOf('closed'), credentials: roleArn('all') }),
    anApiAuthorizer('by-another', { credentials: roleArn('nothing') }),
    anApiAuthorizer('request', {
      type: 'REQUEST',
      identitySource:
        'method.request.header.X-Said, method.request.querystring.team, stageVariables.region, context.stage',
    }),
    anApiAuthorizer('anything', { type: 'REQUEST', identitySource: '' }),
  ],
  routes: [
    guarded('/token/{id}', 'token'),
    guarded('/cached/{id}', 'cached'),
    guarded('/pattern', 'pattern'),
    guarded('/closed', 'closed'),
    guarded('/by-role', 'by-role'),
    guarded('/by-another', 'by-another'),
    guarded('/request/{id}', 'request'),
    guarded('/anything', 'anything'),
  ],
  stages: [aStage({ variables: { region: 'north' } })],
});
export const rows = rowsOf(api);

export const says = (said: object | string, name = 'Authorization'): { headers: [string, string][] } => ({
  headers: [[name, typeof said === 'string' ? said : JSON.stringify(said)]],
});
export const arn = 'arn:aws:execute-api:eu-west-1:123456789012:lambda-authorizer/local';

/** The event that the authorizer got, which it hands on in its context. */
export const eventOf = (seen: { json(): { requestContext: { authorizer: { event: string } } } }) =>
  JSON.parse(seen.json().requestContext.authorizer.event) as Record<string, unknown>;

export const refused = (
  name: string,
  source: string,
  path: string,
  sent: object | string | undefined,
  [status, text, type]: [number, string | null, string],
) =>
  rows.row(name, source, async ({ call, problems, refusals }) => {
    const answer = await call(`GET ${path}`, sent === undefined ? {} : says(sent));
    // A policy that says no has another body than all other refusals.
    expect([answer.status, answer.json()]).toEqual([status, { [status === 403 ? 'Message' : 'message']: text }]);
    expect(answer.header('x-amzn-errortype')).toBe(type);
    expect([...refusals, ...problems]).toHaveLength(1);
  });

export const unauthorized: [number, string, string] = [401, 'Unauthorized', 'UnauthorizedException'];
export const misconfigured: [number, null, string] = [500, null, 'AuthorizerConfigurationException'];
