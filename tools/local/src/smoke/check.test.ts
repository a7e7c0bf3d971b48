import { evaluate, type Expectation } from './check';
import { type Answer } from './http';

const answer = (status: number, body = '', headers: Record<string, string> = {}) => ({
  status,
  body,
  headers: new Headers(headers),
});

/** API Gateway marks its own errors. */
const OWN = { 'x-amzn-ErrorType': 'UnauthorizedException' };

describe('evaluate', () => {
  it('passes an answer with the status, body and headers that were expected', () => {
    const result = evaluate('guarded', answer(401, '{"message":"Unauthorized"}', { Vary: 'Origin' }), {
      status: 401,
      body: '{"message":"Unauthorized"}',
      headers: { vary: 'Origin', 'access-control-allow-origin': null },
    });

    expect(result).toEqual({
      name: 'guarded',
      ok: true,
      expected: '401 {"message":"Unauthorized"} vary: Origin access-control-allow-origin: (absent)',
      found: '401 {"message":"Unauthorized"} vary: Origin access-control-allow-origin: (absent)',
    });
  });

  it.each([
    ['another status', answer(200, 'x'), { status: 401 }],
    ['another body', answer(401, 'x'), { status: 401, body: 'y' }],
    [
      'a header with none of the values',
      answer(401, '', { vary: '*' }),
      { status: 401, headers: { vary: ['a', 'b'] } },
    ],
    ['a missing header', answer(401), { status: 401, headers: { vary: 'Origin' } }],
    ['a header too many', answer(401, '', { Vary: '*' }), { status: 401, headers: { vary: null } }],
    ['no answer of the API itself', answer(403, '', OWN), { status: 'let in' }],
    ['a failure behind the API', answer(500), { status: 'let in' }],
    ['a function that failed', answer(502, '', OWN), { status: 'let in' }],
    ['a refusal where only a failure may be', answer(401, '', OWN), { status: 'let in or fails' }],
  ] satisfies [string, Answer, Expectation][])('fails when it finds %s', (_what, found, expected) => {
    expect(evaluate('guarded', found, expected).ok).toBe(false);
  });

  it.each([
    ['whatever is behind the API answers', answer(404, '{}'), { status: 'let in' }],
    ['it fails on a guess', answer(502, '', OWN), { status: 'let in or fails' }],
  ] satisfies [string, Answer, Expectation][])('passes when %s', (_what, found, expected) => {
    expect(evaluate('guarded', found, expected).ok).toBe(true);
  });
});
