import { aRoute, aStage, lambdaIntegration } from '../../testing/surface';
import { type Area } from '../area';
import { roleArn } from '../aws';
import { theFunction, uriOf } from '../functions';
import { pages } from '../pages';
import { message, rowsOf } from '../row';
import { conformanceApi } from '../served';

const withUri = (uri: string, overrides: object = {}) => ({ integration: lambdaIntegration({ uri, ...overrides }) });
const alias = uriOf('conformance').replace('/invocations', ':${stageVariables.alias}/invocations');

const api = conformanceApi('failures', {
  routes: [
    aRoute('ANY /result', { integration: theFunction }),
    aRoute('ANY /throw', { integration: theFunction }),
    aRoute('ANY /large', { integration: theFunction }),
    aRoute('ANY /never', withUri(uriOf('conformance'), { timeout: 50 })),
    aRoute('GET /closed', withUri(uriOf('closed'))),
    aRoute('ANY /narrow/{id}/{proxy+}', withUri(uriOf('narrow'))),
    aRoute('GET /undeployed', withUri(uriOf('undeployed'))),
    aRoute('GET /get', withUri(uriOf('conformance'), { method: 'GET' })),
    aRoute('GET /alias', withUri(alias)),
    aRoute('GET /named', withUri(uriOf('${stageVariables.function}'))),
    aRoute('GET /as/all', withUri(uriOf('closed'), { credentials: roleArn('all') })),
    aRoute('GET /as/nothing', withUri(uriOf('conformance'), { credentials: roleArn('nothing') })),
    aRoute('GET /as/untrusting', withUri(uriOf('conformance'), { credentials: roleArn('untrusting') })),
    aRoute('GET /no-uri', withUri('arn:aws:apigateway:eu-west-1:lambda:path/nothing')),
    aRoute('GET /nothing', { integration: undefined }),
  ],
  stages: [aStage({ variables: { alias: 'live', function: 'conformance' } }), aStage({ name: 'other' })],
});
const binary = conformanceApi('binary-answers', {
  routes: [aRoute('ANY /result', { integration: theFunction })],
  binaryMediaTypes: ['image/*'],
});
const { differs, row } = rowsOf(api);

const failure = message('Internal server error');

const fails = (name: string, source: string, title: string, [status, text]: [number, string], why: string) =>
  row(name, source, async ({ call, problems }) => {
    const answer = await call(title, { body: title.startsWith('POST') ? 'boom' : '' });
    expect([answer.status, answer.body]).toEqual([status, message(text)]);
    expect(answer.header('x-amzn-errortype')).toBe('InternalServerErrorException');
    expect(problems).toEqual([expect.stringContaining(why)]);
  });
const internal = (status: number): [number, string] => [status, 'Internal server error'];

const failures = [
  fails('A function that throws is 502, without its message', pages.lambdaProxy, 'POST /throw', internal(502), 'boom'),
  fails(
    'A function that does not answer in time is 504',
    pages.limits,
    'POST /never',
    [504, 'Endpoint request timed out'],
    'did not answer within 50 ms',
  ),
  fails(
    'A function that does not let the API call it is 500',
    pages.lambdaPermission,
    'GET /closed',
    internal(500),
    'no aws_lambda_permission lets',
  ),
  row(
    'The permission is held against stage, verb and path; a path parameter counts as *',
    pages.lambdaPermission,
    async ({ send }) => {
      expect((await send('GET /local/narrow/1/2/3')).status).toBe(200);
      expect((await send('POST /local/narrow/1/2/3')).status).toBe(500);
      expect((await send('GET /other/narrow/1/2/3')).status).toBe(500);
    },
  ),
  fails(
    'An integration method other than POST is 500',
    pages.recordedAnswer,
    'GET /get',
    internal(500),
    'must use integration_http_method POST, found GET',
  ),
  fails(
    'A URI that names no function is 500',
    pages.gatewayResponseTypes,
    'GET /no-uri',
    internal(500),
    'its uri is not that of a Lambda function',
  ),
  fails(
    'A method without integration is 500',
    pages.gatewayResponseTypes,
    'GET /nothing',
    internal(500),
    'the method has no integration',
  ),
  fails(
    'A function that is not deployed is 502',
    pages.gatewayResponseTypes,
    'GET /undeployed',
    internal(502),
    'undeployed is not deployed',
  ),
  row('An answer of more than 6 MB is 502', pages.lambdaLimits, async ({ call, problems }) => {
    expect((await call('POST /large', { body: '5000000' })).status).toBe(200);
    expect((await call('POST /large', { body: '6291556' })).status).toBe(502);
    expect(problems).toHaveLength(1);
  }),
  differs(
    'An event of more than 6 MB is 502',
    pages.lambdaLimits,
    'AWS documents the limit, not what API Gateway answers then',
    async ({ call, problems }) => {
      expect((await call('POST /large', { body: `1${' '.repeat(7_000_000)}` })).status).toBe(502);
      expect(problems[0]).toContain('Request must be smaller than');
    },
  ),
  row('A stage variable may name the function', pages.stageVariables, async ({ call }) => {
    expect((await call('GET /named')).status).toBe(200);
  }),
  row('With credentials the role decides, not the policy of the function', pages.putIntegration, async ({ call }) => {
    expect((await call('GET /as/all')).status).toBe(200);
  }),
  fails(
    'A role that may not invoke the function is 500',
    pages.putIntegration,
    'GET /as/nothing',
    internal(500),
    'is not authorized to perform: lambda:InvokeFunction',
  ),
  fails(
    'A role that does not trust API Gateway is 500',
    pages.putIntegration,
    'GET /as/untrusting',
    internal(500),
    'untrusting does not trust apigateway.amazonaws.com',
  ),
  row('A stage variable may name an alias of the function', pages.stageVariables, async ({ call }) => {
    expect((await call('GET /alias')).status).toBe(200);
  }),
];

const image = { body: '/9gA', isBase64Encoded: true, headers: { 'Content-Type': 'text/html' } };
const rowsOfBinary = rowsOf(binary);
const fetched = (name: string, source: string, accept: string | undefined, result: object, expected: Buffer | number) =>
  rowsOfBinary.row(name, source, async ({ call }) => {
    const answer = await call('POST /result', {
      body: JSON.stringify(result),
      headers: accept === undefined ? [] : [['Accept', accept]],
    });
    if (typeof expected === 'number') expect([answer.status, answer.body]).toEqual([expected, failure]);
    else expect([...answer.bytes]).toEqual([...expected]);
  });
const decoded = Buffer.from([0xff, 0xd8, 0x00]);
const text = Buffer.from('/9gA');

const binaries = [
  fetched(
    'A base64 body is decoded when the client accepts a binary type first',
    pages.binaryProxy,
    'image/png, text/html',
    image,
    decoded,
  ),
  fetched('A binary type that is accepted second does not count', pages.binary, 'text/html, image/png', image, text),
  fetched('Without Accept a base64 body stays', pages.binary, undefined, image, text),
  fetched(
    'A body that the function does not call base64 stays',
    pages.binaryProxy,
    'image/png',
    { ...image, isBase64Encoded: false },
    text,
  ),
  fetched(
    'The content type of the answer is not looked at',
    pages.binaryProxy,
    'text/html',
    { ...image, headers: { 'Content-Type': 'image/png' } },
    text,
  ),
  fetched(
    'A body that is called base64 and is not is 500',
    pages.binary,
    'image/png',
    { ...image, body: 'not base64!' },
    500,
  ),
];

/** What a function of a proxy integration may answer. */

/** Functions that cannot answer, and binary answers. */
export const lambdaFailures: Area = { apis: [api, binary], rows: [...failures, ...binaries] };
