import { type Area } from '../area';
import { pages } from '../pages';
import { api, arn, misconfigured, refused, rows, says, unauthorized } from './lambda-authorizer-api';

const { row } = rows;

const denials = [
  refused(
    'A policy that denies is 403, and says that it does',
    pages.lambdaAuthorizer403,
    '/token/1',
    { effect: 'Deny' },
    [403, 'User is not authorized to access this resource with an explicit deny', 'AccessDeniedException'],
  ),
  refused(
    'A policy about another method is 403',
    pages.lambdaAuthorizer403,
    '/token/1',
    { resource: `${arn}/POST/token/1` },
    [403, 'User is not authorized to access this resource', 'AccessDeniedException'],
  ),
  refused('The error Unauthorized is 401', pages.lambdaAuthorizer, '/token/1', 'throw Unauthorized', unauthorized),
  refused(
    'A callback with Unauthorized as a string is 401',
    pages.lambdaAuthorizer,
    '/token/1',
    'reject Unauthorized',
    unauthorized,
  ),
  refused('Any other error is 500', pages.gatewayResponseTypes, '/token/1', 'throw boom', [
    500,
    'Internal server error',
    'InternalServerErrorException',
  ]),
  refused(
    'Without the header it is 401 and the function is not called',
    pages.createAuthorizer,
    '/token/1',
    undefined,
    unauthorized,
  ),
  refused('An empty header is 401', pages.lambdaAuthorizer, '/token/1', '', unauthorized),
  refused(
    'A token that the validation expression does not match is 401',
    pages.createAuthorizer,
    '/pattern',
    'x{}',
    unauthorized,
  ),
  refused(
    'A result without principalId is 500',
    pages.authorizerOutput,
    '/token/1',
    { principalId: '' },
    misconfigured,
  ),
  refused(
    'A result without policy is 500',
    pages.authorizerOutput,
    '/token/1',
    { policyDocument: null },
    misconfigured,
  ),
  refused(
    'A policy that IAM would not store is 500',
    pages.authorizerOutput,
    '/token/1',
    { policyDocument: { Statement: [{ Effect: 'Maybe' }] } },
    misconfigured,
  ),
  refused(
    'A context with an object is 500',
    pages.authorizerOutput,
    '/token/1',
    { context: { roles: ['a'] } },
    misconfigured,
  ),
  refused(
    'A function that does not let the API call it is 500',
    pages.gatewayResponseTypes,
    '/closed',
    {},
    misconfigured,
  ),
  refused('A role that may not call the function is 500', pages.createAuthorizer, '/by-another', {}, misconfigured),
];

const grants = [
  row('A policy that allows the method lets the request pass', pages.lambdaAuthorizer, async ({ call }) => {
    expect((await call('GET /token/1', says({}))).status).toBe(200);
  }),
  row('With a role the role decides, not the policy of the function', pages.createAuthorizer, async ({ call }) => {
    expect((await call('GET /by-role', says({}))).status).toBe(200);
  }),
  row('Wildcards in the resource of the policy count', pages.authorizerOutput, async ({ call }) => {
    expect((await call('GET /token/1', says({ resource: `${arn}/*/token/*` }))).status).toBe(200);
    expect((await call('GET /token/1', says({ resource: `${arn}/G?T/token/1` }))).status).toBe(200);
    expect((await call('GET /token/1', says({ resource: `${arn}/*/reports/*` }))).status).toBe(403);
  }),
  row('Conditions of the policy count', pages.authorizerOutput, async ({ call }) => {
    const from = (ip: string) => ({
      policyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 'execute-api:Invoke',
            Resource: '*',
            Condition: { IpAddress: { 'aws:SourceIp': ip } },
          },
        ],
      },
    });
    expect((await call('GET /token/1', says(from('127.0.0.1/32')))).status).toBe(200);
    expect((await call('GET /token/1', says(from('203.0.113.0/24')))).status).toBe(403);
  }),
  row(
    'The context reaches the function as strings, with principalId and latency',
    pages.authorizerOutput,
    async ({ call }) => {
      const answer = await call('GET /token/1', says({ context: { text: 'a', number: 123, flag: true, none: null } }));
      expect(answer.json().requestContext.authorizer).toEqual({
        principalId: 'ada',
        integrationLatency: expect.any(Number),
        text: 'a',
        number: '123',
        flag: 'true',
      });
    },
  ),
];

/** What authorizers of type TOKEN and REQUEST may answer. */
export const lambdaAuthorizers: Area = { apis: [api], rows: [...denials, ...grants] };
