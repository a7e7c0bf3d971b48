import { type PolicyStatement } from '@gatehouse/surface';
import { accessToken, idToken } from '../../testing/call';
import { anAuthorizer, aRoute } from '../../testing/surface';
import { type Area } from '../area';
import { callers } from '../callers';
import { type Sent } from '../client';
import { theFunction, uriOf } from '../functions';
import { pages } from '../pages';
import { message, rowsOf } from '../row';
import { conformanceApi } from '../served';
import { callSigned } from '../signed';

const statement = (
  effect: 'Allow' | 'Deny',
  resource: string,
  more: Partial<Pick<PolicyStatement, 'conditions' | 'principals'>> = {},
): PolicyStatement => ({
  effect,
  principals: ['*'],
  notPrincipals: [],
  actions: ['execute-api:Invoke'],
  notActions: [],
  resources: [`execute-api:/${resource}`],
  notResources: [],
  conditions: [],
  ...more,
});

const from = (cidr: string) => ({ conditions: [{ operator: 'IpAddress', key: 'aws:SourceIp', values: [cidr] }] });
const role = (name: string, account = '123456789012') => ({ principals: [`AWS:arn:aws:iam::${account}:role/${name}`] });

const paths = ['allowed', 'denied', 'neither', 'here', 'away'];
const kinds = {
  open: { kind: 'none' },
  cognito: { kind: 'cognito', authorizerId: 'users', scopes: [] },
  lambda: { kind: 'custom', authorizerId: 'token' },
  iam: { kind: 'iam' },
} as const;
const api = conformanceApi('resource-policy', {
  authorizers: [
    anAuthorizer({ id: 'users' }),
    anAuthorizer({ id: 'token', type: 'TOKEN', userPoolArns: [], resultTtl: 0, uri: uriOf('conformance') }),
  ],
  routes: Object.entries(kinds).flatMap(([kind, auth]) =>
    [...paths, 'role', 'foreign'].map((path) => aRoute(`GET /${kind}/${path}`, { integration: theFunction, auth })),
  ),
  policy: [
    statement('Allow', 'local/GET/*/allowed'),
    statement('Allow', 'local/GET/*/denied'),
    statement('Deny', '*/*/denied'),
    statement('Allow', 'prod/GET/*/neither'),
    statement('Allow', 'local/GET/*/here', from('127.0.0.0/8')),
    statement('Allow', 'local/GET/*/away', from('203.0.113.0/24')),
    statement('Allow', 'local/GET/*/role', role('nothing')),
    statement('Allow', 'local/GET/*/foreign', role('foreign', '999999999999')),
  ],
});
const { row } = rowsOf(api);

const bearer = async (): Promise<Sent> => ({ headers: [['Authorization', `Bearer ${await idToken()}`]] });
const said = (answer: object) => (): Promise<Sent> =>
  Promise.resolve({ headers: [['Authorization', JSON.stringify(answer)]] });
const nothing = (): Promise<Sent> => Promise.resolve({});

const passes = (name: string, path: string, sent = nothing) =>
  row(name, pages.authorizationFlow, async ({ call }) => {
    expect((await call(`GET ${path}`, await sent())).status).toBe(200);
  });

const denied = (name: string, path: string, why: 'explicitly' | 'implicitly', sent = nothing) =>
  row(name, pages.authorizationFlow, async ({ call, refusals }) => {
    const answer = await call(`GET ${path}`, await sent());
    const because = {
      explicitly: 'with an explicit deny in a resource-based policy',
      implicitly: 'because no resource-based policy allows the execute-api:Invoke action',
    }[why];
    const resource = `arn:aws:execute-api:eu-west-1:********9012:resource-policy/local/GET${path}`;
    expect([answer.status, answer.json()]).toEqual([
      403,
      {
        Message: `User: anonymous is not authorized to perform: execute-api:Invoke on resource: ${resource} ${because}`,
      },
    ]);
    expect(refusals).toEqual([expect.stringContaining(because)]);
  });

const signed = (name: string, path: string, who: keyof typeof callers, status: number) =>
  row(name, pages.authorizationFlow, async (served) => {
    expect((await callSigned(served, `GET ${path}`, callers[who])).status).toBe(status);
  });

/** The resource policy of an API counts for every route. */
export const resourcePolicies: Area = {
  apis: [api],
  rows: [
    passes('A public route is for those whom the policy allows', '/open/allowed'),
    denied('A public route is closed to whom the policy denies', '/open/denied', 'explicitly'),
    denied(
      'A public route is closed where the policy does not allow, not on this stage',
      '/open/neither',
      'implicitly',
    ),
    passes('A condition on the address of the caller lets it pass', '/open/here'),
    denied('A condition that does not hold lets nobody pass', '/open/away', 'implicitly'),
    denied('A policy that allows a role lets nobody pass without credentials', '/open/role', 'implicitly'),
    passes('A good token passes where the policy allows', '/cognito/allowed', bearer),
    denied('A good token does not pass where the policy denies', '/cognito/denied', 'explicitly', bearer),
    denied('A good token does not pass where the policy does not allow', '/cognito/neither', 'implicitly', bearer),
    row('A token is checked before the policy', pages.authorizationFlow, async ({ call }) => {
      const token = await accessToken('a');
      const answer = await call('GET /cognito/denied', { headers: [['Authorization', token]] });
      expect([answer.status, answer.body]).toEqual([401, message('Unauthorized')]);
    }),
    denied('A Lambda authorizer is not called where the policy denies', '/lambda/denied', 'explicitly', said({})),
    passes("A Lambda authorizer's policy is enough where the policy says neither", '/lambda/neither', said({})),
    passes(
      "The policy is enough where the Lambda authorizer's says neither",
      '/lambda/allowed',
      said({ resource: 'arn:aws:execute-api:*:*:other/*' }),
    ),
    row('Neither the Lambda authorizer nor the policy allows', pages.authorizationFlow, async ({ call }) => {
      const sent = await said({ resource: 'arn:aws:execute-api:*:*:other/*' })();
      expect((await call('GET /lambda/neither', sent)).status).toBe(403);
    }),
    signed('A role passes by its own policy where the policy says neither', '/iam/neither', 'anyApi', 200),
    signed('A role without a policy passes where the policy allows everyone', '/iam/allowed', 'nothing', 200),
    signed('A role without a policy passes where the policy names it', '/iam/role', 'nothing', 200),
    signed('Another role does not pass where the policy names one', '/iam/role', 'writer', 403),
    signed('A role does not pass where the policy denies', '/iam/denied', 'anyApi', 403),
    signed('A role of another account does not pass by the policy alone', '/iam/foreign', 'foreign', 403),
    signed('A role of another account passes where both allow', '/iam/foreign', 'foreignToAll', 200),
  ],
};
