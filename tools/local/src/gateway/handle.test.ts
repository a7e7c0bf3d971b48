import { type RestRoute } from '@gatehouse/surface';
import { FunctionError, NotPermittedError } from './functions/function-error';
import { accessToken, bearer, idToken, testGateway } from './testing/call';
import { anApi, anAuthorizer, aRoute, aStage, functionArn, lambdaIntegration } from './testing/surface';

const cognito = { kind: 'cognito', authorizerId: 'auth1', scopes: [] } as const;

const gatewayWith = (route: Partial<RestRoute>, result?: Parameters<typeof testGateway>[1]) =>
  testGateway(anApi({ routes: [aRoute('GET /me', route)] }), result);

describe('rule 16: no method', () => {
  it.each(['GET /local/nowhere', 'POST /local/me', 'GET /local'])(
    'fails with 403, never 404 or 405: %s',
    async (request) => {
      const answer = await (await gatewayWith({})).call(request);
      expect(answer).toMatchObject({ status: 403, body: '{"message":"Missing Authentication Token"}' });
      expect(answer.header('x-amzn-errortype')).toBe('MissingAuthenticationTokenException');
    },
  );

  it('fails with 403 Forbidden when the stage is unknown', async () => {
    for (const request of ['GET /', 'GET /prod/me', 'GET *']) {
      const answer = await (await gatewayWith({})).call(request);
      expect(answer).toMatchObject({ status: 403, body: '{"message":"Forbidden"}' });
      expect(answer.header('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});

describe('rule 17: no method, but an Authorization header', () => {
  const unmatched = async (authorization: string) => {
    const headers: [string, string][] = [['Authorization', authorization]];
    return (await gatewayWith({})).call('GET /local/nowhere', { headers });
  };

  it('fails with a complaint about the AWS signature, with the hash of the token', async () => {
    const answer = await unmatched('Bearer abc');
    expect(answer.status).toBe(403);
    expect(answer.header('x-amzn-errortype')).toBe('IncompleteSignatureException');
    expect(JSON.parse(answer.body)).toEqual({
      message:
        'Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): ' +
        "'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='.",
    });
  });

  it('fails with the missing parts when the value looks like pairs', async () => {
    for (const value of ['Basic YTpi=', 'token-alone']) {
      expect((await unmatched(value)).body).toContain("Authorization header requires 'Credential' parameter.");
    }
  });
});

describe('the order of checks', () => {
  const everything: Partial<RestRoute> = {
    auth: cognito,
    apiKeyRequired: true,
    validator: { parameters: true, body: true },
    requestParameters: { 'method.request.querystring.q': true },
  };

  it('asks for the token before the API key and the parameters', async () => {
    expect((await (await gatewayWith(everything)).call('GET /local/me')).status).toBe(401);
  });

  it('rule 22: fails with 403 when an API key is needed, for without a usage plan none is good', async () => {
    const answer = await (await gatewayWith(everything)).call('GET /local/me', bearer(await idToken()));
    expect(answer).toMatchObject({ status: 403, body: '{"message":"Forbidden"}' });
    expect(answer.header('x-amzn-errortype')).toBe('ForbiddenException');
  });

  it('checks the parameters before the integration', async () => {
    const gateway = await gatewayWith({ ...everything, apiKeyRequired: false });
    expect((await gateway.call('GET /local/me', bearer(await idToken()))).status).toBe(400);
    expect(gateway.events).toEqual([]);
  });
});

describe('methods that are guarded by something else are never open', () => {
  it('fails with 403 for IAM', async () => {
    const answer = await (await gatewayWith({ auth: { kind: 'iam' } })).call('GET /local/me');
    expect(answer).toMatchObject({ status: 403, body: '{"message":"Missing Authentication Token"}' });
  });

  it('fails with 500 for a Lambda authorizer, and tells why', async () => {
    const gateway = await gatewayWith({ auth: { kind: 'custom', authorizerId: 'x' } });
    expect((await gateway.call('GET /local/me')).status).toBe(500);
    expect(gateway.problems[0]).toContain('names authorizer x, which the API does not have');
  });

  it('fails with 500 for an authorizer that the API does not have', async () => {
    const gateway = await gatewayWith({ auth: { ...cognito, authorizerId: 'gone' } });
    expect((await gateway.call('GET /local/me', bearer(await idToken()))).status).toBe(500);
    expect(gateway.problems[0]).toContain('names authorizer gone, which the API does not have');
  });

  it('fails with 500 when the authorizer is of another type', async () => {
    const api = anApi({
      authorizers: [anAuthorizer({ type: 'REQUEST' })],
      routes: [aRoute('GET /me', { auth: cognito })],
    });
    expect((await (await testGateway(api)).call('GET /local/me', bearer(await idToken()))).status).toBe(500);
  });
});

describe('a refusal', () => {
  const reading = { ...cognito, scopes: ['reports/read'] };

  it.each([
    ['no token in the header Authorization', async () => ({})],
    ['it carries an ID token', async () => bearer(await idToken())],
    ['it carries an access token with reports/write', async () => bearer(await accessToken('reports/write'))],
  ])('is explained in the words of the review: %s', async (why, more) => {
    const gateway = await gatewayWith({ auth: reading });
    expect((await gateway.call('GET /local/me', await more())).status).toBe(401);
    expect(gateway.refusals).toEqual([`GET /local/me: ${why}. Who may call it: access token with reports/read.`]);
    expect(gateway.problems).toEqual([]);
  });

  it('never quotes the token', async () => {
    const gateway = await gatewayWith({ auth: reading });
    const token = `${await accessToken('reports/read')}x`;
    await gateway.call('GET /local/me', bearer(token));
    expect(gateway.refusals[0]).toContain('its token is not valid');
    for (const part of token.split('.')) expect(gateway.refusals[0]).not.toContain(part);
  });
});

describe('rule 32: headers of every answer', () => {
  it('are the request ids, and the trace id when a function ran', async () => {
    const answer = await (await gatewayWith({})).call('GET /local/me');
    expect(answer.header('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.header('x-amz-apigw-id')).toMatch(/=$/);
    expect(answer.header('x-amzn-trace-id')).toMatch(/^Root=1-/);
  });

  it('are without the trace id when the gateway itself answers', async () => {
    for (const request of ['GET /local/nowhere', 'GET /local/me']) {
      const answer = await (await gatewayWith({ auth: cognito })).call(request);
      expect(answer.header('x-amzn-requestid')).toBeDefined();
      expect(answer.header('x-amzn-trace-id')).toBeUndefined();
    }
  });
});

describe('rule 40: headers that API Gateway keeps for itself', () => {
  it('go out under another name; Transfer-Encoding does not at all', async () => {
    const headers = {
      Connection: 'close',
      'content-length': '3',
      Date: 'today',
      Server: 'mine',
      'WWW-Authenticate': 'Basic',
      'Transfer-Encoding': 'chunked',
      'X-Mine': 'kept',
    };
    const answer = await (await gatewayWith({}, () => JSON.stringify({ headers }))).call('GET /local/me');
    expect(answer.headers.slice(0, 6)).toEqual([
      ['x-amzn-Remapped-Connection', 'close'],
      ['x-amzn-Remapped-content-length', '3'],
      ['x-amzn-Remapped-Date', 'today'],
      ['x-amzn-Remapped-Server', 'mine'],
      ['x-amzn-Remapped-WWW-Authenticate', 'Basic'],
      ['X-Mine', 'kept'],
    ]);
    expect(answer.header('transfer-encoding')).toBeUndefined();
  });
});

describe('rules 38, 41 and 42: failing integrations', () => {
  it('fails with 502 when the function throws, without telling the client why', async () => {
    const gateway = await gatewayWith({}, () => Promise.reject(new FunctionError('function reports: boom')));
    const answer = await gateway.call('GET /local/me');
    expect(answer).toMatchObject({ status: 502, body: '{"message":"Internal server error"}' });
    expect(answer.header('x-amzn-errortype')).toBe('InternalServerErrorException');
    expect(gateway.problems).toEqual(['GET /local/me: function reports: boom']);
  });

  it('fails with 500 when the integration method is not POST', async () => {
    const gateway = await gatewayWith({ integration: lambdaIntegration({ method: 'GET' }) });
    expect(await gateway.call('GET /local/me')).toMatchObject({
      status: 500,
      body: '{"message":"Internal server error"}',
    });
    expect(gateway.problems[0]).toContain('must use integration_http_method POST, found GET');
    expect(gateway.events).toEqual([]);
  });

  it('fails with 500 when no permission lets the API call the function', async () => {
    const gateway = await gatewayWith({}, () => Promise.reject(new NotPermittedError('no permission')));
    expect((await gateway.call('GET /local/me')).status).toBe(500);
    expect(gateway.problems).toEqual(['GET /local/me: no permission']);
  });

  it('names the API, stage, verb and path to the permission', async () => {
    const gateway = await testGateway(anApi({ routes: [aRoute('ANY /a/{id}/{proxy+}'), aRoute('GET /')] }));
    await gateway.call('PUT /local/a/1/2/3');
    await gateway.call('GET /local');
    const api = 'arn:aws:execute-api:eu-west-1:123456789012:api1';
    expect(gateway.callers).toEqual([`${api}/local/PUT/a/*/*`, `${api}/local/GET/`]);
  });

  it('fails with 504 after the timeout of the integration', async () => {
    const never = () => new Promise<string>(() => undefined);
    const gateway = await gatewayWith({ integration: lambdaIntegration({ timeout: 50 }) }, never);
    const answer = await gateway.call('GET /local/me');
    expect(answer).toMatchObject({ status: 504, body: '{"message":"Endpoint request timed out"}' });
    expect(answer.header('x-amzn-errortype')).toBe('InternalServerErrorException');
  });

  it('fails with 500 for an integration that cannot be served here, and for none', async () => {
    for (const integration of [
      lambdaIntegration({ type: 'AWS', uri: 'arn:aws:apigateway:eu-west-1:dynamodb:action/Query' }),
      undefined,
    ]) {
      const gateway = await gatewayWith({ integration });
      expect((await gateway.call('GET /local/me')).status).toBe(500);
      expect(gateway.problems[0]).toContain('serves Lambda, MOCK, HTTP and HTTP_PROXY integrations');
    }
  });
});

describe('rule 43: Accept decides whether base64 is decoded', () => {
  const image = () => JSON.stringify({ body: '/9gA', isBase64Encoded: true, headers: { 'Content-Type': 'text/html' } });

  const fetched = async (accept: string) => {
    const api = anApi({ routes: [aRoute('GET /me')], binaryMediaTypes: ['image/*'] });
    const headers: [string, string][] = [['Accept', accept]];
    return (await testGateway(api, image)).call('GET /local/me', { headers });
  };

  it('by its first media type only', async () => {
    expect((await fetched('image/png, text/html')).body).toBe(Buffer.from([0xff, 0xd8, 0x00]).toString());
    expect((await fetched('text/html, image/png')).body).toBe('/9gA');
  });
});

describe('rule 45: stage variables in the URI', () => {
  it('name the function', async () => {
    const uri = lambdaIntegration().uri?.replace(functionArn, `${functionArn}:\${stageVariables.alias}`);
    const api = anApi({
      routes: [aRoute('GET /me', { integration: lambdaIntegration({ uri }) })],
      stages: [aStage({ variables: { alias: 'live' } })],
    });
    const gateway = await testGateway(api);
    expect((await gateway.call('GET /local/me')).status).toBe(200);
  });
});
