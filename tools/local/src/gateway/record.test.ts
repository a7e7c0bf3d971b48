import { type Caller } from '../emulator/caller';
import { signedHeaders } from '../sigv4';
import { accessToken, bearer, idToken, testGateway } from './testing/call';
import { anApi, aRoute } from './testing/surface';

const cognito = (...scopes: string[]) => ({ auth: { kind: 'cognito', authorizerId: 'auth1', scopes } as const });
const api = anApi({
  routes: [
    aRoute('GET /open'),
    aRoute('GET /me', cognito()),
    aRoute('GET /reports/{id}', cognito('reports/read')),
    aRoute('GET /signed', { auth: { kind: 'iam' } }),
  ],
});
const who = async (request: string, token?: string) => {
  const gateway = await testGateway(api);
  await gateway.call(request, token === undefined ? {} : bearer(token));
  return gateway.requests[0]?.who;
};

it('tells of a request what came in, where it went and what was answered', async () => {
  const gateway = await testGateway(api, () => '{"statusCode":201}');
  const { headers } = bearer(await accessToken('reports/read', { username: 'ada', email: undefined }));
  const answer = await gateway.call('GET /local/reports/7?secret=1', {
    headers: [...headers, ['Origin', 'http://localhost:3000']],
  });
  const [record] = gateway.requests;
  expect(record).toEqual({
    id: answer.header('x-amzn-RequestId'),
    at: new Date(record?.at ?? '').toISOString(),
    apiId: 'api1',
    api: 'reports',
    stage: 'local',
    method: 'GET',
    path: '/local/reports/7',
    route: 'GET /reports/{id}',
    origin: 'http://localhost:3000',
    who: 'ada (access token)',
    status: 201,
    why: undefined,
    milliseconds: expect.any(Number) as number,
  });
});

it('tells who asks', async () => {
  const machine = { sub: 'machine-client', client_id: 'machine-client' };
  expect([
    await who('GET /local/open'),
    await who('GET /local/open', 'anything'),
    await who('GET /local/me', await idToken()),
    await who('GET /local/me', await accessToken('', { username: 'ada', email: undefined })),
    await who('GET /local/reports/1', await accessToken('reports/read', machine)),
    await who('GET /local/me', `${await idToken()}x`),
    await who('GET /local/signed?X-Amz-Signature=1'),
    await who('GET /elsewhere/me'),
  ]).toEqual([
    'nobody',
    'token not verified',
    'ada@example.com (ID token)',
    'ada (access token)',
    'client machine (access token)',
    'token not verified',
    'signature not verified',
    'nobody',
  ]);
});

it('tells why the gateway refused, and who may call', async () => {
  const gateway = await testGateway(api);
  await gateway.call('GET /local/reports/1', bearer(await idToken()));
  await gateway.call('GET /local/none');
  await gateway.call('GET /elsewhere/me');
  expect(gateway.requests.map(({ status, why }) => [status, why])).toEqual([
    [401, 'it carries an ID token. Who may call it: access token with reports/read.'],
    [403, 'no method of aws_api_gateway_rest_api.api matches'],
    [403, 'no stage "elsewhere" is served here'],
  ]);
});

it('ends a sentence of AWS once', async () => {
  const keys = { accessKeyId: 'ASIA1', secretAccessKey: 'right', sessionToken: 'session' };
  const caller = { ...keys, expiration: '2999-01-01T00:00:00Z' } as Caller;
  const gateway = await testGateway(api, undefined, () => Promise.resolve(caller));
  const signing = { keys: { ...keys, secretAccessKey: 'wrong' }, region: 'eu-west-1' };
  const headers = await signedHeaders('http://abc.example.com:4510/local/signed', {}, signing);
  await gateway.call('GET /local/signed', { headers: Object.entries(headers).filter(([name]) => name !== 'host') });
  expect(gateway.requests[0]?.why).toMatch(
    /signature you provided\. .* for details\. Who may call it: IAM principal\.$/,
  );
});

it('lets nothing that a client sends move a cursor or start a line', async () => {
  const gateway = await testGateway(api);
  const headers = bearer(await idToken({ email: '\u001b[2J\nada\u009b' })).headers;
  await gateway.call('GET /local/me\u001b[31m', { headers: [...headers, ['Origin', '\u0007x']] });
  await gateway.call('GET /local/me', { headers });
  await gateway.call('GET /\u001b]0;/me');
  expect(JSON.stringify(gateway.requests)).not.toMatch(/[\x00-\x1f\x7f-\x9f]|\\u00|\\n/);
  expect(gateway.requests[0]).toMatchObject({ path: '/local/me\\x1b[31m', origin: '\\x07x' });
  expect(gateway.requests[1]?.who).toBe('\\x1b[2J\\x0aada\\x9b (ID token)');
});
