import { aRoute } from '../../testing/surface';
import { type Area } from '../area';
import { theFunction } from '../functions';
import { pages } from '../pages';
import { message, rowsOf } from '../row';
import { conformanceApi } from '../served';

const api = conformanceApi('answers', { routes: [aRoute('ANY /result', { integration: theFunction })] });
const { row } = rowsOf(api);

const failure = message('Internal server error');

const returns = (
  name: string,
  source: string,
  result: unknown,
  expected: { status: number; body?: string; headers?: object },
) =>
  row(name, source, async ({ call, problems }) => {
    const answer = await call('POST /result', { body: JSON.stringify(result) });
    const headers = Object.fromEntries(Object.keys(expected.headers ?? {}).map((key) => [key, answer.header(key)]));
    expect({ status: answer.status, body: answer.body, headers }).toEqual({ body: '', headers: {}, ...expected });
    expect(problems).toEqual([]);
  });

/** 502, at once, with the reason printed. */
const malformed = (name: string, result: string, why: string, source = pages.recordedAnswer) =>
  row(name, source, async ({ call, problems }) => {
    const answer = await call('POST /result', { body: result });
    expect([answer.status, answer.body]).toEqual([502, failure]);
    expect(answer.header('x-amzn-errortype')).toBe('InternalServerErrorException');
    expect(problems).toEqual([`POST /local/result: malformed Lambda proxy response: ${why}`]);
  });

const good = [
  returns(
    'Status, headers and body are the answer',
    pages.lambdaProxy,
    { statusCode: 201, headers: { 'X-One': 'a' }, body: '{"ok":true}' },
    { status: 201, body: '{"ok":true}', headers: { 'x-one': 'a' } },
  ),
  returns('An empty object is an empty 200', pages.recordedAnswer, {}, { status: 200 }),
  returns(
    'Null members are as if they were not there',
    pages.recordedAnswer,
    { statusCode: null, headers: null, multiValueHeaders: null, body: null },
    { status: 200 },
  ),
  returns(
    'The content type is application/json when none is given',
    pages.recordedAnswer,
    { body: 'x' },
    { status: 200, body: 'x', headers: { 'content-type': 'application/json' } },
  ),
  returns('A status may be a string of digits', pages.recordedAnswer, { statusCode: '404' }, { status: 404 }),
  returns(
    'A header may be a boolean',
    pages.recordedAnswer,
    { headers: { 'X-Yes': true } },
    { status: 200, headers: { 'x-yes': 'true' } },
  ),
  returns(
    'A multi-value header is sent several times',
    pages.lambdaProxy,
    { multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] } },
    { status: 200, headers: { 'set-cookie': 'a=1, b=2' } },
  ),
  row('multiValueHeaders go first and give a header its case', pages.recordedAnswer, async ({ call }) => {
    const result = {
      headers: { 'test-multi': 'solo', 'content-type': 'text/html' },
      multiValueHeaders: { 'Test-Multi': ['multi'] },
    };
    const { headers } = await call('POST /result', { body: JSON.stringify(result) });
    expect(headers.slice(0, 3)).toEqual([
      ['Test-Multi', 'multi'],
      ['Test-Multi', 'solo'],
      ['content-type', 'text/html'],
    ]);
  }),
  returns('A body beyond ASCII is UTF-8', pages.lambdaProxy, { body: 'ü€' }, { status: 200, body: 'ü€' }),
  returns('A status of 599 passes', pages.lambdaProxy, { statusCode: 599 }, { status: 599 }),
];

const bad = [
  malformed(
    'An extra key is 502',
    '{"statusCode":200,"cookies":[]}',
    'its result has cookies; only statusCode, headers, multiValueHeaders, body, isBase64Encoded are allowed',
  ),
  malformed('A string is 502', '"hello"', 'it returned "hello", expected an object with statusCode, headers and body'),
  malformed('A list is 502', '[]', 'it returned [], expected an object with statusCode, headers and body'),
  malformed('null is 502', 'null', 'it returned null, expected an object with statusCode, headers and body'),
  malformed(
    'A status that is no number is 502',
    '{"statusCode":"teapot"}',
    'its statusCode is "teapot", expected 200 to 599',
  ),
  malformed('A status with a fraction is 502', '{"statusCode":200.5}', 'its statusCode is 200.5, expected 200 to 599'),
  ...[0, 42, 600, 1000].map((code) =>
    malformed(
      `A status of ${code} is 502`,
      `{"statusCode":${code}}`,
      `its statusCode is ${code}, expected 200 to 599`,
      pages.lambdaProxy,
    ),
  ),
  ...[100, 101, 103].map((code) =>
    malformed(
      `A status of ${code} is 502, not a connection that waits`,
      `{"statusCode":${code}}`,
      `its statusCode is ${code}, expected 200 to 599`,
      pages.lambdaProxy,
    ),
  ),
  malformed('Headers that are a list are 502', '{"headers":["a"]}', 'its headers are not an object'),
  malformed(
    'A header that is a number is 502',
    '{"headers":{"a":1}}',
    'its headers.a is 1, expected a string or a boolean',
  ),
  malformed(
    'A multi-value header that is no list is 502',
    '{"multiValueHeaders":{"a":"b"}}',
    'its multiValueHeaders.a is not a list',
  ),
  malformed('A body that is an object is 502', '{"body":{"a":1}}', 'its body is {"a":1}, expected a string'),
  malformed(
    'A line break in a header is 502',
    '{"headers":{"a":"b\\r\\nSet-Cookie: x"}}',
    'its header a has a value that HTTP does not allow',
    `${pages.httpSemantics}#section-5.5`,
  ),
  malformed(
    'A header beyond Latin-1 is 502',
    '{"headers":{"a":"€"}}',
    'its header a has a value that HTTP does not allow',
    `${pages.httpSemantics}#section-5.5`,
  ),
  malformed(
    'A header name with a space is 502',
    '{"headers":{"a b":"c"}}',
    'its header "a b" has a name that HTTP does not allow',
    `${pages.httpSemantics}#section-5.1`,
  ),
  malformed(
    'An empty header name is 502',
    '{"headers":{"":"c"}}',
    'its header "" has a name that HTTP does not allow',
    `${pages.httpSemantics}#section-5.1`,
  ),
  malformed(
    'A header name with a line break is 502',
    '{"multiValueHeaders":{"a\\nb":["c"]}}',
    'its header "a\\nb" has a name that HTTP does not allow',
    `${pages.httpSemantics}#section-5.1`,
  ),
];

/** What a function of a proxy integration may answer. */
export const lambdaAnswers: Area = { apis: [api], rows: [...good, ...bad] };
