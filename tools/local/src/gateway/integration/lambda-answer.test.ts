import { lambdaAnswer } from './lambda-answer';

const answer = (result: unknown, decodeBase64 = false) => lambdaAnswer(JSON.stringify(result), decodeBase64);

describe('rule 37: what a function may return', () => {
  it('is an answer with all five keys', () => {
    const result = {
      statusCode: 201,
      headers: { 'X-One': 'a' },
      multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] },
      body: '{"ok":true}',
      isBase64Encoded: false,
    };
    expect(answer(result)).toEqual({
      status: 201,
      headers: [
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b=2'],
        ['X-One', 'a'],
        ['Content-Type', 'application/json'],
      ],
      body: '{"ok":true}',
    });
  });

  it('is an empty 200 for an empty object, and for nulls', () => {
    const empty = { status: 200, headers: [['Content-Type', 'application/json']], body: '' };
    expect(answer({})).toEqual(empty);
    expect(answer({ statusCode: null, headers: null, multiValueHeaders: null, body: null })).toEqual(empty);
  });

  it('may have a numeric string as status and booleans as headers', () => {
    expect(answer({ statusCode: '404', headers: { 'X-Yes': true } })).toMatchObject({
      status: 404,
      headers: [
        ['X-Yes', 'true'],
        ['Content-Type', 'application/json'],
      ],
    });
  });
});

describe('rule 38: malformed results', () => {
  it.each([
    ['an extra key', { statusCode: 200, cookies: [] }],
    ['a string', 'hello'],
    ['null', null],
    ['a list', []],
    ['a status that is no number', { statusCode: 'teapot' }],
    ['a status out of range', { statusCode: 42 }],
    ['headers that are a list', { headers: ['a'] }],
    ['a header that is a number', { headers: { a: 1 } }],
    ['a header with a line break', { headers: { a: 'b\r\nSet-Cookie: x' } }],
    ['a multi-value header that is no list', { multiValueHeaders: { a: 'b' } }],
    ['a body that is an object', { body: { a: 1 } }],
  ])('fails with 502 for %s', (_what, result) => {
    expect(() => answer(result)).toThrow(
      expect.objectContaining({
        status: 502,
        text: 'Internal server error',
        reason: expect.stringMatching(/^malformed Lambda proxy response: it/),
      }),
    );
  });
});

describe('rule 39: merging headers', () => {
  it('puts multiValueHeaders first and keeps their case', () => {
    const result = {
      headers: { 'test-multi': 'value-solo', 'content-type': 'text/html' },
      multiValueHeaders: { 'Test-Multi': ['value-multi'] },
    };
    expect(answer(result).headers).toEqual([
      ['Test-Multi', 'value-multi'],
      ['Test-Multi', 'value-solo'],
      ['content-type', 'text/html'],
    ]);
  });
});

describe('rule 43: binary answers', () => {
  const image = { body: '/9gA', isBase64Encoded: true };

  it('are decoded when the client accepts a binary type first', () => {
    expect(answer(image, true).body).toEqual(Buffer.from([0xff, 0xd8, 0x00]));
  });

  it('stay base64 when it does not, or when the function does not say so', () => {
    expect(answer(image, false).body).toBe('/9gA');
    expect(answer({ ...image, isBase64Encoded: false }, true).body).toBe('/9gA');
  });

  it('fails with 500 when the body is not base64', () => {
    expect(() => answer({ ...image, body: 'not base64!' }, true)).toThrow(expect.objectContaining({ status: 500 }));
  });
});
