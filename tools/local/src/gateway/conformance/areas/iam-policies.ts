import { aRoute } from '../../testing/surface';
import { type Area } from '../area';
import { callers } from '../callers';
import { theFunction } from '../functions';
import { pages } from '../pages';
import { rowsOf } from '../row';
import { conformanceApi } from '../served';
import { callSigned } from '../signed';

const route = (title: string) => aRoute(title, { integration: theFunction, auth: { kind: 'iam' } });
const api = conformanceApi('iam', {
  routes: [route('ANY /prices'), route('GET /items/{id}'), { ...route('GET /keyed'), apiKeyRequired: true }],
});
const { row } = rowsOf(api);

type Who = keyof typeof callers;

const passes = (name: string, who: Who, title = 'GET /prices', source = pages.iamPolicies) =>
  row(name, source, async (served) => {
    expect((await callSigned(served, title, callers[who])).status).toBe(200);
    expect(served.refusals).toEqual([]);
  });

/** Refused in AWS's words, with four digits of the account; the reason and what is missing are printed. */
const denied = (
  name: string,
  who: Who,
  because: string,
  printed: RegExp,
  title = 'GET /prices',
  source = pages.iamPolicies,
) =>
  row(name, source, async (served) => {
    const answer = await callSigned(served, title, callers[who]);
    expect([answer.status, answer.header('x-amzn-errortype')]).toEqual([403, 'AccessDeniedException']);
    const resource = `arn:aws:execute-api:eu-west-1:********9012:iam/local/${title.replace(' /', '/')}`;
    expect(answer.json()).toEqual({
      Message:
        `User: ${callers[who].principal.arn} is not authorized to perform: execute-api:Invoke on resource: ${resource} ` +
        because,
    });
    expect(served.refusals).toEqual([expect.stringMatching(printed)]);
  });

const noIdentity = 'because no identity-based policy allows the execute-api:Invoke action';
const missing =
  /Missing in an identity-based policy .*"Resource":"arn:aws:execute-api:eu-west-1:123456789012:iam\/local\/GET\/prices"/;

/** What the policies of a signer allow. */
export const iamPolicies: Area = {
  apis: [api],
  rows: [
    passes('A role calls the method and path that its policy names', 'guest'),
    denied('A role without a policy is denied', 'nothing', noIdentity, missing),
    denied('Another method than the policy names is denied', 'writer', noIdentity, missing),
    denied('Another path than the policy names is denied', 'elsewhere', noIdentity, missing),
    denied('Another stage than the policy names is denied', 'otherStage', noIdentity, missing),
    passes('A wildcard stands for a path parameter', 'items', 'GET /items/1'),
    denied(
      'A statement that denies goes before one that allows',
      'denied',
      'with an explicit deny in an identity-based policy',
      /Denied by statement 1 of inline policy "denied"/,
      'GET /prices',
      pages.accessDenied,
    ),
    passes('What is not denied stays allowed', 'denied', 'GET /items/1'),
    denied(
      'A permissions boundary must allow as well',
      'bounded',
      'because no permissions boundary allows the execute-api:Invoke action',
      /Missing in a permissions boundary \(inline policy "boundary"\)/,
      'GET /prices',
      pages.accessDenied,
    ),
    passes('What role and boundary allow passes', 'bounded', 'POST /prices', pages.accessDenied),
    denied(
      'A session policy must allow as well',
      'narrowed',
      'because no session policy allows the execute-api:Invoke action',
      /Missing in a session policy \(inline policy "session"\)/,
      'GET /prices',
      pages.accessDenied,
    ),
    passes('What role and session policy allow passes', 'narrowed', 'POST /prices', pages.accessDenied),
    passes("Cognito's session policies for guests allow calls of APIs", 'guest', 'GET /prices', pages.guests),
    denied(
      'A guest may not do what only signed-in people may',
      'guest',
      noIdentity,
      /POST\/prices/,
      'POST /prices',
      pages.guests,
    ),
    passes('A condition on the address of the caller holds', 'here'),
    denied(
      'A condition that does not hold allows nothing',
      'away',
      noIdentity,
      /The condition IpAddress aws:SourceIp of statement 0 of inline policy "away" does not hold/,
    ),
    passes('A policy variable is the identity that calls', 'own', 'GET /items/eu-west-1:own', pages.guests),
    denied(
      'A policy variable is no other identity',
      'own',
      noIdentity,
      /other/,
      'GET /items/eu-west-1:other',
      pages.guests,
    ),
    passes('A policy variable is the principal tag of the session', 'tagged', 'GET /items/red', pages.principalTags),
    denied('A principal tag has no other value', 'tagged', noIdentity, /blue/, 'GET /items/blue', pages.principalTags),
    denied(
      'A caller of another account needs the resource policy as well',
      'foreign',
      'because no resource-based policy allows the execute-api:Invoke action',
      /Missing in a resource-based policy/,
      'GET /prices',
      pages.authorizationFlow,
    ),
    row('An API key is asked for after the signature', pages.apiKeySource, async (served) => {
      expect((await callSigned(served, 'GET /keyed', callers.nothing)).json()).toHaveProperty('Message');
      expect((await callSigned(served, 'GET /keyed', callers.person)).body).toBe('{"message":"Forbidden"}');
    }),
  ],
};
