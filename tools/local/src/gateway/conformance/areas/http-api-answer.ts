import { type HttpIntegration } from '@gatehouse/surface';
import { anHttpStage } from '../../testing/http-surface';
import { type Area } from '../area';
import { aFunctionCall, closedArn, conformanceHttpApi, echo, httpFunctionArn } from '../http-functions';
import { httpPages } from '../http-pages';
import { message, rowsOf } from '../row';

const to = (routeKey: string, overrides: Partial<HttpIntegration>) =>
  echo(routeKey, { integration: aFunctionCall(overrides) });

const api = conformanceHttpApi('http-answer', {
  routes: [
    echo('POST /result'),
    echo('POST /throw'),
    to('POST /never', { timeout: 50 }),
    to('POST /result/old', { payloadFormat: '1.0' }),
    to('GET /closed', { uri: closedArn }),
    to('GET /variable', { uri: httpFunctionArn.replace('http-api', '${stageVariables.name}') }),
    to('GET /no-function', { uri: 'arn:aws:lambda:eu-west-1:123456789012:layer:x' }),
  ],
  stages: [anHttpStage({ variables: { name: 'http-api' } })],
});
const { differs, row } = rowsOf(api);

const json = (result: unknown) => ({
  body: JSON.stringify(result),
  headers: [['Content-Type', 'application/json']] as [string, string][],
});

const inferred = (name: string, result: unknown, body: string) =>
  row(name, httpPages.lambda, async ({ call }) => {
    const answer = await call('POST /result', json(result));
    expect([answer.status, answer.header('content-type'), answer.body]).toEqual([200, 'application/json', body]);
  });

const fails = (
  name: string,
  source: string,
  [title, result]: [string, unknown],
  [status, text]: [number, string],
  why: string,
) =>
  row(name, source, async ({ call, problems }) => {
    const answer = await call(title, json(result));
    expect([answer.status, answer.body]).toEqual([status, message(text)]);
    expect(answer.header('apigw-requestid')).toBeDefined();
    expect(problems).toEqual([expect.stringContaining(why)]);
  });

const internal: [number, string] = [500, 'Internal Server Error'];
const malformed = (name: string, result: unknown, why: string) =>
  fails(
    name,
    httpPages.lambdaTroubleshooting,
    ['POST /result', { statusCode: 200, ...(result as object) }],
    internal,
    why,
  );

const whole = [
  row('A reply gives status, headers and body', httpPages.lambda, async ({ call }) => {
    const reply = {
      statusCode: 201,
      headers: { 'content-type': 'text/html', 'X-Own': 'a', 'x-number': 1 },
      body: '<p>',
    };
    const answer = await call('POST /result', json(reply));
    expect([answer.status, answer.body]).toEqual([201, '<p>']);
    expect(['content-type', 'x-own', 'x-number'].map((name) => answer.header(name))).toEqual(['text/html', 'a', '1']);
  }),
  row('Each of its cookies is a set-cookie', httpPages.lambda, async ({ call }) => {
    const answer = await call('POST /result', json({ statusCode: 200, cookies: ['a=1; Secure', 'b=2'] }));
    expect(answer.headers.filter(([name]) => name === 'set-cookie').map(([, value]) => value)).toEqual([
      'a=1; Secure',
      'b=2',
    ]);
  }),
  row('A status in quotes counts', httpPages.lambda, async ({ call }) => {
    expect((await call('POST /result', json({ statusCode: '202' }))).status).toBe(202);
  }),
  row('A base64 body is decoded, whatever the client accepts', httpPages.base64, async ({ call }) => {
    const answer = await call('POST /result', json({ statusCode: 200, body: '/9gA', isBase64Encoded: true }));
    expect([...answer.bytes]).toEqual([0xff, 0xd8, 0x00]);
  }),
  differs(
    'A reply without a content type is text/plain',
    httpPages.lambda,
    'AWS does not say what it is then',
    async ({ call }) => {
      expect((await call('POST /result', json({ statusCode: 200, body: 'a' }))).header('content-type')).toBe(
        'text/plain;charset=UTF-8',
      );
    },
  ),
];

const old = [
  row('With format 1.0 a reply may have multiValueHeaders', httpPages.lambda, async ({ call }) => {
    const reply = { statusCode: 200, multiValueHeaders: { 'x-many': ['a', 'b'] }, body: 'x' };
    expect((await call('POST /result/old', json(reply))).header('x-many')).toBe('a, b');
  }),
  fails(
    'With format 1.0 nothing is inferred: a text is 500',
    httpPages.lambda,
    ['POST /result/old', 'hello'],
    internal,
    'malformed',
  ),
];

/** What a function may answer, and what becomes of it when it cannot. */
export const httpApiAnswers: Area = {
  httpApis: [api],
  rows: [
    inferred('A result without statusCode is the body, with 200', { body: 'hi' }, '{"body":"hi"}'),
    inferred('A string is the body as it is', 'hello', 'hello'),
    inferred('A list is the body as JSON', [1, 'a'], '[1,"a"]'),
    ...whole,
    ...old,
    fails(
      'A function that throws is 500, without its message',
      httpPages.lambdaTroubleshooting,
      ['POST /throw', 'boom'],
      internal,
      'boom',
    ),
    malformed('A status that is none is 500', { statusCode: 'ok' }, 'its statusCode is "ok"'),
    malformed('Headers that are no object are 500', { headers: ['a'] }, 'its headers are not an object'),
    malformed('A header that is a list is 500', { headers: { a: ['b'] } }, 'its headers.a is ["b"]'),
    malformed('A body that is an object is 500', { body: { a: 1 } }, 'its body is not a string'),
    malformed('Cookies that are no list are 500', { cookies: 'a=1' }, 'its cookies are not a list of strings'),
    fails(
      'A function that does not answer in time is 503',
      httpPages.timeout,
      ['POST /never', ''],
      [503, 'Service Unavailable'],
      'did not answer within 50 ms',
    ),
    fails(
      'A function that does not let the API call it is 500',
      httpPages.lambdaTroubleshooting,
      ['GET /closed', ''],
      internal,
      'no aws_lambda_permission lets',
    ),
    row('A stage variable may name the function', httpPages.deployment, async ({ call }) => {
      expect((await call('GET /variable')).status).toBe(200);
    }),
    fails(
      'What is neither a function nor a service is 501 and named',
      httpPages.lambda,
      ['GET /no-function', ''],
      [
        501,
        'Not served by the local gateway: integration type AWS_PROXY to arn:aws:lambda:eu-west-1:123456789012:layer:x',
      ],
      'not served here',
    ),
  ],
};
