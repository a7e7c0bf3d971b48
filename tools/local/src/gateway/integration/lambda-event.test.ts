import { accessToken, bearer, testGateway } from '../testing/call';
import { anApi, aRoute, aStage } from '../testing/surface';

const routes = [aRoute('ANY /reports/{proxy+}'), aRoute('GET /me')];

const nulls = (...names: string[]) => Object.fromEntries(names.map((name) => [name, null]));

const eventOf = async (
  request: string,
  more: { headers?: [string, string][]; body?: string | Buffer } = {},
  api: Parameters<typeof anApi>[0] = {},
) => {
  const gateway = await testGateway(anApi({ routes, ...api }));
  await gateway.call(request, more);
  return gateway.events[0] as Record<string, unknown>;
};

describe('rule 33: the event', () => {
  it('has exactly these keys, and null for maps without entries', async () => {
    const { headers, multiValueHeaders, requestContext, ...rest } = await eventOf('GET /local/me');
    expect(rest).toEqual({
      resource: '/me',
      path: '/me',
      httpMethod: 'GET',
      ...nulls('queryStringParameters', 'multiValueQueryStringParameters', 'pathParameters'),
      ...nulls('stageVariables', 'body'),
      isBase64Encoded: false,
    });
    expect([headers, multiValueHeaders, requestContext]).not.toContain(undefined);
  });

  it('carries the body as sent', async () => {
    const event = await eventOf('POST /local/reports/1', { body: '{"ü":1}' });
    expect(event).toMatchObject({ body: '{"ü":1}', isBase64Encoded: false, httpMethod: 'POST' });
  });

  it('names the matched resource and its parameters', async () => {
    expect(await eventOf('GET /local/reports/a%2Bb/c/')).toMatchObject({
      resource: '/reports/{proxy+}',
      path: '/reports/a%2Bb/c/',
      pathParameters: { proxy: 'a%2Bb/c' },
    });
  });
});

describe('rules 21 and 34: values', () => {
  it('decodes the query string and keeps the last value of each name in the single map', async () => {
    const event = await eventOf('GET /local/me?category=a+b&category=books&price=30&empty=&%C3%BC=%2B');
    expect(event).toMatchObject({
      queryStringParameters: { category: 'books', price: '30', empty: '', ü: '+' },
      multiValueQueryStringParameters: { category: ['a b', 'books'], price: ['30'], empty: [''], ü: ['+'] },
    });
  });

  it('keeps a name that objects have of themselves', async () => {
    const { queryStringParameters } = await eventOf('GET /local/me?__proto__=x&constructor=y');
    expect(JSON.stringify(queryStringParameters)).toBe('{"__proto__":"x","constructor":"y"}');
  });

  it('does so for headers', async () => {
    const headers: [string, string][] = [
      ['X-Many', 'one'],
      ['x-many', 'two'],
    ];
    expect(await eventOf('GET /local/me', { headers })).toMatchObject({
      headers: { 'X-Many': 'two' },
      multiValueHeaders: { 'X-Many': ['one', 'two'] },
    });
  });
});

describe('rule 35: requestContext', () => {
  it('has these members on an open method', async () => {
    const headers: [string, string][] = [['User-Agent', 'curl/8']];
    const { requestContext } = await eventOf('GET /local//me', { headers });
    expect(requestContext).toEqual({
      accountId: '123456789012',
      apiId: 'api1',
      deploymentId: 'dep1',
      domainName: 'abc.example.com',
      domainPrefix: 'abc',
      extendedRequestId: expect.any(String),
      httpMethod: 'GET',
      identity: {
        ...nulls('accessKey', 'accountId', 'caller', 'principalOrgId', 'user', 'userArn'),
        ...nulls('cognitoAuthenticationProvider', 'cognitoAuthenticationType'),
        ...nulls('cognitoIdentityId', 'cognitoIdentityPoolId'),
        sourceIp: '127.0.0.1',
        userAgent: 'curl/8',
      },
      path: '/local//me',
      protocol: 'HTTP/1.1',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      requestTime: expect.stringMatching(/^\d{2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2} \+0000$/),
      requestTimeEpoch: expect.any(Number),
      resourceId: 'res1',
      resourcePath: '/me',
      stage: 'local',
    });
  });

  it('has the claims, and nothing else, as authorizer on a guarded method', async () => {
    const auth = { kind: 'cognito', authorizerId: 'auth1', scopes: ['reports/read'] } as const;
    const gateway = await testGateway(anApi({ routes: [aRoute('GET /me', { auth })] }));
    await gateway.call('GET /local/me', bearer(await accessToken('reports/read', { 'cognito:groups': ['a', 'b'] })));
    const { requestContext } = gateway.events[0] as { requestContext: { authorizer: object } };
    expect(requestContext.authorizer).toEqual({
      claims: expect.objectContaining({ scope: 'reports/read', 'cognito:groups': 'a,b', sub: 'user-1' }),
    });
  });
});

describe('rule 36: headers', () => {
  it('keep their case, except Authorization and User-Agent', async () => {
    const headers: [string, string][] = [
      ['authorization', 'x'],
      ['user-agent', 'curl/8'],
      ['x-LOWER', 'y'],
    ];
    expect(await eventOf('GET /local/me', { headers })).toMatchObject({
      headers: { Authorization: 'x', 'User-Agent': 'curl/8', 'x-LOWER': 'y', Host: 'abc.example.com:4510' },
    });
  });

  it('lose the ones of the connection', async () => {
    const headers = ['Connection', 'Content-Length', 'TE', 'Transfer-Encoding', 'Expect', 'Upgrade', 'Keep-Alive'].map(
      (name): [string, string] => [name, 'x'],
    );
    const event = await eventOf('GET /local/me', { headers });
    expect(Object.keys(event['headers'] as object)).toEqual([
      'Host',
      'X-Amzn-Trace-Id',
      'X-Forwarded-For',
      'X-Forwarded-Port',
      'X-Forwarded-Proto',
    ]);
  });

  it('gain X-Forwarded-For, after those of the client', async () => {
    const headers: [string, string][] = [['x-forwarded-for', '10.0.0.1']];
    expect(await eventOf('GET /local/me', { headers })).toMatchObject({
      headers: {
        'X-Forwarded-For': '10.0.0.1, 127.0.0.1',
        'X-Forwarded-Port': '4510',
        'X-Forwarded-Proto': 'http',
      },
    });
  });

  it('gain a trace id, or keep the one of the client', async () => {
    expect(await eventOf('GET /local/me')).toMatchObject({
      headers: { 'X-Amzn-Trace-Id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/) },
    });
    const headers: [string, string][] = [['X-Amzn-Trace-Id', 'Root=1-1-1']];
    expect(await eventOf('GET /local/me', { headers })).toMatchObject({
      headers: { 'X-Amzn-Trace-Id': 'Root=1-1-1' },
    });
  });
});

describe('rule 44: binary requests', () => {
  const body = Buffer.from([0xff, 0xd8, 0x00]);

  it('are base64 when the content type is a binary media type', async () => {
    for (const type of ['image/png', 'image/*', '*/*']) {
      const headers: [string, string][] = [['Content-Type', 'image/png']];
      const event = await eventOf('POST /local/reports/1', { headers, body }, { binaryMediaTypes: [type] });
      expect(event).toMatchObject({ body: '/9gA', isBase64Encoded: true });
    }
  });

  it('are text otherwise', async () => {
    const headers: [string, string][] = [['Content-Type', 'text/plain']];
    const more = { headers, body: 'plain' };
    const event = await eventOf('POST /local/reports/1', more, { binaryMediaTypes: ['image/*'] });
    expect(event).toMatchObject({ body: 'plain', isBase64Encoded: false });
  });
});

describe('rule 45: stage variables', () => {
  it('are a map when the stage has some', async () => {
    const stages = [aStage({ variables: { table: 'reports-local' } })];
    expect(await eventOf('GET /local/me', {}, { stages })).toMatchObject({
      stageVariables: { table: 'reports-local' },
    });
  });
});
