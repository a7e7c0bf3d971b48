import { evaluate } from './check';

const answer = (status: number, body = '', headers: Record<string, string> = {}) => ({
  status,
  body,
  headers: new Headers(headers),
});

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
    ['a missing header', answer(401), { status: 401, headers: { vary: 'Origin' } }],
    ['a header too many', answer(401, '', { Vary: '*' }), { status: 401, headers: { vary: null } }],
    ['a body that is not JSON', answer(200, '<html>'), { status: 200, json: { says: 'claims', holds: () => true } }],
    ['JSON that does not hold', answer(200, '{}'), { status: 200, json: { says: 'claims', holds: () => false } }],
  ])('fails when it finds %s', (_what, found, expected) => {
    expect(evaluate('guarded', found, expected).ok).toBe(false);
  });
});
