import { type RequestRecord, type Route } from '../contract';
import { compose, draftFor } from './compose';
import { compared, expectedIn } from './expected';
import { verdictOf } from './verdict';

const route: Route = {
  ...{ key: 'api POST /reports', method: 'POST', path: '/reports', who: 'access token with reports/write' },
  ...{ guard: 'cognito', scopes: ['reports/write'], apiKeyRequired: false, principals: ['machine 1'] },
  example: { method: 'POST', path: '/reports', headers: { 'Content-Type': 'application/json' }, body: '{"title":"a"}' },
};
const stage = { name: 'local', url: 'http://127.0.0.1:4510/local' };

describe('a request', () => {
  it('is what reaches the route, with what the caller shows', () => {
    expect(compose({ ...draftFor(route), apiKey: 'key' }, route, stage, { token: 'a.b.c' })).toEqual({
      method: 'POST',
      url: 'http://127.0.0.1:4510/local/reports',
      headers: { 'Content-Type': 'application/json', Authorization: 'Bearer a.b.c', 'x-api-key': 'key' },
      body: '{"title":"a"}',
    });
  });

  it('has no body where the method takes none', () => {
    expect(
      compose({ method: 'GET', path: 'x', body: '{}', apiKey: '' }, { ...route, example: undefined }, stage, {}),
    ).toEqual({
      ...{ method: 'GET', url: 'http://127.0.0.1:4510/local/x', headers: {} },
    });
  });

  it('of any method is a GET', () => {
    expect(draftFor({ ...route, method: 'ANY', example: undefined }).method).toBe('GET');
  });
});

describe('who gets in', () => {
  it.each([
    ['machine 1', {}, false, true],
    ['id-token', {}, false, false],
    [undefined, {}, false, false],
    [undefined, { principals: ['anyone'] }, false, true],
    ['machine 1', { guard: 'custom' as const }, false, undefined],
    ['machine 1', { apiKeyRequired: true }, false, false],
    ['machine 1', { apiKeyRequired: true }, true, true],
  ])('%s to %j, key %s: %s', (principal, change, withKey, expected) => {
    expect(expectedIn({ ...route, ...change }, principal, withKey)).toBe(expected);
  });
});

it.each([
  [true, 200, 'let in, as expected'],
  [true, 400, 'let in, as expected'],
  [true, 403, 'refused, should be let in'],
  [false, 401, 'refused, as expected'],
  [false, 502, 'let in, should be refused'],
  [false, undefined, 'should be refused'],
  [undefined, 200, 'depends on the request'],
])('expected in: %s, answered %s: %s', (expected, status, words) => {
  expect(compared(expected, status)).toBe(words);
});

describe('a verdict', () => {
  const request = { method: 'GET', url: stage.url, headers: {} };
  const record: RequestRecord = {
    ...{ number: 1, id: 'a', at: '2026-01-31T12:00:00Z', apiId: 'a', api: 'api', stage: 'local', method: 'GET' },
    ...{
      path: '/me',
      who: 'nobody',
      status: 401,
      why: 'it carries no token. Who may call it: access token with a/b.',
      milliseconds: 1,
    },
  };
  const answer = { status: 200, statusText: '', headers: [], body: '', milliseconds: 1 };

  it('says why the gateway refused', () => {
    expect(verdictOf({ request, record })).toMatchObject({ kind: 'refused', title: '401: refused' });
    expect(verdictOf({ request, record }).why).toBe(
      'It carries no token. The browser keeps the answer from this page: its CORS headers do not list this origin. curl shows it. The gateway saw: nobody.',
    );
  });

  it('says that the browser kept the answer', () => {
    expect(verdictOf({ request, record: { ...record, status: 200 } }).why).toContain('The browser keeps the answer');
    expect(verdictOf({ request, answer }).why).not.toContain('The browser');
  });

  it('says that a preflight was refused, and that nothing was sent', () => {
    const preflight = { ...record, method: 'OPTIONS', status: 403, why: 'no route.' };

    expect(verdictOf({ request, preflight })).toMatchObject({ kind: 'unseen', title: 'Not sent' });
    expect(verdictOf({ request, preflight }).why).toContain('no route.');
    expect(verdictOf({ request }).why).toContain('saw no request');
  });

  it('tells a failure behind the gateway from a refusal', () => {
    expect(verdictOf({ request, record: { ...record, status: 502 } }).kind).toBe('failed');
  });
});
