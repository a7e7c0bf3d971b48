import { integrationResponse, mocked } from '../testing/mocked';

const withOrigin = (origin: string, name = 'Origin'): { headers: [string, string][] } => ({
  headers: [[name, origin]],
});

describe('rule 31: MOCK', () => {
  it('answers the status of the request template, without a body', async () => {
    const answer = await (await mocked({})).call('GET /local/health');
    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(answer.header('content-type')).toBe('application/json');
  });

  it('takes an unquoted statusCode too', async () => {
    const gateway = await mocked({ requestTemplates: { 'application/json': '{statusCode: 200}' } });
    expect((await gateway.call('GET /local/health')).status).toBe(200);
  });

  it('chooses the integration response by its pattern, else the one without', async () => {
    const responses = [
      integrationResponse({ statusCode: '200' }),
      integrationResponse({ statusCode: '404', selectionPattern: '40\\d' }),
    ];
    const requestTemplates = { 'application/json': '{"statusCode": $input.params("code")}' };
    const gateway = await mocked({ responses, requestTemplates });
    expect((await gateway.call('GET /local/health?code=403')).status).toBe(404);
    expect((await gateway.call('GET /local/health?code=503')).status).toBe(200);
  });

  it('answers the body and headers of the integration response', async () => {
    const responses = [
      integrationResponse({
        responseParameters: {
          'method.response.header.Cache-Control': "'no-store'",
          'method.response.header.X-Request': 'context.requestId',
          'method.response.header.Content-Type': "'application/problem+json'",
        },
        responseTemplates: { 'application/json': '{"status":"ok","stage":"$context.stage"}' },
      }),
    ];
    const answer = await (await mocked({ responses })).call('GET /local/health');
    expect(answer.body).toBe('{"status":"ok","stage":"local"}');
    expect(answer.header('cache-control')).toBe('no-store');
    expect(answer.header('x-request')).toBe(answer.header('x-amzn-requestid'));
    expect(answer.header('content-type')).toBe('application/problem+json');
  });

  it('leaves out a header that the method response does not declare', async () => {
    const responseParameters = { 'method.response.header.X-Secret': "'a'" };
    const gateway = await mocked({ responses: [integrationResponse({ responseParameters })] }, { responses: [] });
    expect((await gateway.call('GET /local/health')).header('x-secret')).toBeUndefined();
  });

  it('fails with 500, and tells why, when the template gives no status', async () => {
    const gateway = await mocked({ requestTemplates: { 'application/json': '{}' } });
    expect(await gateway.call('GET /local/health')).toMatchObject({
      status: 500,
      body: '{"message":"Internal server error"}',
    });
    expect(gateway.problems).toEqual([
      'GET /local/health: the request template of a MOCK must give a statusCode, found: {}',
    ]);
  });

  it('fails with 500 when no integration response matches', async () => {
    const responses = [integrationResponse({ statusCode: '204', selectionPattern: '204' })];
    const gateway = await mocked({ responses });
    expect((await gateway.call('GET /local/health')).status).toBe(500);
    expect(gateway.problems).toEqual([
      'GET /local/health: no integration response matches "200" and there is no default one',
    ]);
  });

  it('fails at creation when a template is not Velocity, naming the method', async () => {
    await expect(mocked({ requestTemplates: { 'application/json': '#if(' } })).rejects.toThrow(
      /^aws_api_gateway_method.any_health request template application\/json: the template is not Velocity/,
    );
  });
});

describe('a content type without a template', () => {
  const text: { headers: [string, string][]; body: string } = {
    headers: [['Content-Type', 'text/plain']],
    body: '{"statusCode":200}',
  };

  it('is passed through by default', async () => {
    expect((await (await mocked({})).call('POST /local/health', text)).status).toBe(200);
  });

  it('fails with 415 for NEVER, and for WHEN_NO_TEMPLATES when there is any', async () => {
    for (const passthrough of ['NEVER', 'WHEN_NO_TEMPLATES'] as const) {
      const answer = await (await mocked({ passthrough })).call('POST /local/health', text);
      expect(answer).toMatchObject({ status: 415, body: '{"message":"Unsupported Media Type"}' });
    }
  });
});

describe('CORS preflights', () => {
  const preflight = (template: string) => {
    const responses = [
      integrationResponse({
        statusCode: '204',
        responseParameters: {
          'method.response.header.Access-Control-Allow-Origin': "'http://localhost:3000'",
          'method.response.header.Access-Control-Allow-Headers': "'Authorization,Content-Type'",
          'method.response.header.Access-Control-Max-Age': "'600'",
        },
        responseTemplates: { 'application/json': template },
      }),
    ];
    const requestTemplates = { 'application/json': '{"statusCode":204}' };
    return mocked({ responses, requestTemplates, passthrough: 'NEVER' }, { key: 'OPTIONS /me' });
  };

  // The shape that libs/gateway writes for several origins.
  const several =
    `#set($origin = $input.params('Origin'))` +
    `#if(!$origin || $origin == '')#set($origin = $input.params('origin'))#end` +
    `#if($origin == 'http://localhost:3000' || $origin == 'https://app.example.com')` +
    `#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)#end`;

  // The shape that the AWS CDK writes.
  const cdk =
    '#set($origin = $input.params().header.get("Origin"))\n' +
    '#if($origin == "") #set($origin = $input.params().header.get("origin")) #end\n' +
    '#if($origin == "https://app.example.com")\n' +
    '  #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)\n#end';

  it('answer the one origin of an empty template', async () => {
    const answer = await (await preflight('')).call('OPTIONS /local/me', withOrigin('https://evil.example'));
    expect(answer).toMatchObject({ status: 204, body: '' });
    expect(answer.header('access-control-allow-origin')).toBe('http://localhost:3000');
    expect(answer.header('access-control-max-age')).toBe('600');
  });

  it.each([
    ['gatehouse', several],
    ['AWS CDK', cdk],
  ])('answer an allowed origin with itself, in either case of the header (%s)', async (_name, template) => {
    const gateway = await preflight(template);
    for (const name of ['Origin', 'origin']) {
      const answer = await gateway.call('OPTIONS /local/me', withOrigin('https://app.example.com', name));
      expect(answer.header('access-control-allow-origin')).toBe('https://app.example.com');
      expect(answer.headers.filter(([key]) => key === 'Access-Control-Allow-Origin')).toHaveLength(1);
    }
  });

  it.each([
    ['gatehouse', several],
    ['AWS CDK', cdk],
  ])('answer another origin, or none, with the first (%s)', async (_name, template) => {
    const gateway = await preflight(template);
    for (const more of [withOrigin('https://app.example.com.evil.example'), withOrigin(''), {}]) {
      const answer = await gateway.call('OPTIONS /local/me', more);
      expect(answer.header('access-control-allow-origin')).toBe('http://localhost:3000');
    }
  });
});
