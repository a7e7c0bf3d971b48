import { bearer, idToken, testGateway } from './testing/call';
import { anApi, aRoute, aStage } from './testing/surface';

const logged = async (format: string, request = 'GET /local/me', result = '{"body":"hello"}') => {
  const auth = { kind: 'cognito', authorizerId: 'auth1', scopes: [] } as const;
  const stages = [aStage({ accessLog: { destinationArn: 'arn:aws:logs:eu-west-1:1:log-group:x', format } })];
  const gateway = await testGateway(anApi({ routes: [aRoute('GET /me', { auth })], stages }), () => result);
  await gateway.call(request, bearer(await idToken({ 'cognito:username': 'ada' })));
  return gateway.accessLog;
};

describe('access log', () => {
  it('writes one line in the format of the stage', async () => {
    const format =
      '{"path":"$context.path","resource":"$context.resourcePath","status":$context.status,"bytes":$context.responseLength,' +
      '"sub":"$context.authorizer.claims.sub","who":"$context.authorizer.claims[\'cognito:username\']",' +
      '"integration":"$context.integration.status","error":"$context.error.message"}';
    const [line, ...more] = await logged(format);
    expect(more).toEqual([]);
    expect(JSON.parse(line as string)).toEqual({
      path: '/local/me',
      resource: '/me',
      status: 200,
      bytes: 5,
      sub: 'user-1',
      who: 'ada',
      integration: '200',
      error: '-',
    });
  });

  it('has times and the request id', async () => {
    const format = '$context.requestId $context.requestTimeEpoch $context.responseLatency $context.integration.latency';
    const [line] = await logged(format);
    expect(line).toMatch(/^[0-9a-f-]{36} \d{13} \d+ \d+$/);
  });

  it('tells the error of a request that matched nothing', async () => {
    const format = '$context.status $context.resourcePath $context.error.responseType $context.error.messageString';
    expect(await logged(format, 'GET /local/nowhere')).toEqual([
      expect.stringMatching(/^403 - MISSING_AUTHENTICATION_TOKEN ".*"$/),
    ]);
  });

  it('tells a failed function', async () => {
    expect(await logged('$context.status $context.error.responseType', 'GET /local/me', '[]')).toEqual([
      '502 DEFAULT_5XX',
    ]);
  });
});
