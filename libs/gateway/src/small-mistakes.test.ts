import { type Construct } from 'constructs';
import { lambda, open, refusal, userPool } from '../testing/api';
import { Integration, type RestApi, type RestApiProps } from './index';

const cors = { allowOrigins: ['https://app.example.com'] };
const headers = { 'Access-Control-Allow-Origin': '*' };
const url = 'https://example.com';

it.each<[string, (api: RestApi, scope: Construct) => unknown, Partial<RestApiProps>, string]>([
  ['a port of https', () => {}, { cors: { allowOrigins: ['https://a.example.com:443'] } }, 'remove the port'],
  ['a port of http', () => {}, { cors: { allowOrigins: ['http://a.example.com:80'] } }, 'remove the port'],
  [
    '* with credentials',
    () => {},
    { cors: { ...cors, allowCredentials: true, exposeHeaders: ['*'] } },
    'cors.exposeHeaders: expected names of headers, with allowCredentials, found ["*"].',
  ],
  [
    'a body of 204',
    (api) => api.addRoute('GET /a', { ...open, integration: Integration.mock({ status: 204, body: {} }) }),
    {},
    'expected no body with status 204, found {}.',
  ],
  [
    'headers of CORS in a mock',
    (api) => api.addRoute('GET /a', { ...open, integration: Integration.mock({ headers }) }),
    { cors },
    'expected headers of CORS left to cors, found "Access-Control-Allow-Origin". Remove it, or cors.',
  ],
  [
    'headers of CORS in an answer',
    (api) =>
      api.addRoute('GET /a', {
        ...open,
        integration: Integration.customHttp({ url, answers: [{ status: 200, headers }] }),
      }),
    { cors },
    'expected headers of CORS left to cors, found "Access-Control-Allow-Origin". Remove it, or cors.',
  ],
  [
    'no address',
    (api) => api.addAlarms({ serverErrorPercent: 1, email: 'x' }),
    {},
    'test/api/alarms, alarms.email: expected an address such as on-call@example.com, found "x".',
  ],
  [
    'a pattern of tokens that is none',
    (api, scope) => api.addTokenAuthorizer('a', { function: lambda(scope), tokenPattern: '(' }),
    {},
    'tokenPattern: expected a regular expression, found "(".',
  ],
  [
    'a pattern of audiences that is none',
    (api) => api.addCognitoAuthorizer('a', { userPools: [userPool], audiencePattern: '[' }),
    {},
    'audiencePattern: expected a regular expression, found "[".',
  ],
])('refuses %s', (_, build, props, message) => {
  expect(refusal((api, scope) => void build(api, scope), props)).toContain(message);
});
