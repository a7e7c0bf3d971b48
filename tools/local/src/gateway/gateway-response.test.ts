import { type GatewayResponse } from '@gatehouse/surface';
import { testGateway } from './testing/call';
import { anApi, aRoute, aStage } from './testing/surface';

const response = (overrides: Partial<GatewayResponse> & { type: string }): GatewayResponse => ({
  address: `aws_api_gateway_gateway_response.${overrides.type.toLowerCase()}`,
  responseParameters: {},
  responseTemplates: {},
  ...overrides,
});

const guarded = aRoute('GET /me', { auth: { kind: 'cognito', authorizerId: 'auth1', scopes: [] } });

const refused = async (gatewayResponses: GatewayResponse[], headers: [string, string][] = []) => {
  const variables = { team: 'ada' };
  const api = anApi({ routes: [guarded], gatewayResponses, stages: [aStage({ variables })] });
  const gateway = await testGateway(api);
  return gateway.call('GET /local/me?lang=de', { headers });
};

describe('rule 26: which gateway response answers', () => {
  it('is the default body and status without any', async () => {
    const answer = await refused([]);
    expect(answer).toMatchObject({ status: 401, body: '{"message":"Unauthorized"}' });
    expect(answer.header('content-type')).toBe('application/json');
    expect(answer.header('x-amzn-errortype')).toBe('UnauthorizedException');
  });

  it('is DEFAULT_4XX for a type without an entry of its own, keeping its status', async () => {
    const answer = await refused([
      response({ type: 'DEFAULT_4XX', responseTemplates: { 'application/json': '{"general":true}' } }),
      response({ type: 'DEFAULT_5XX', responseTemplates: { 'application/json': '{"wrong":true}' } }),
    ]);
    expect(answer).toMatchObject({ status: 401, body: '{"general":true}' });
  });

  it('is its own entry before DEFAULT_4XX', async () => {
    const answer = await refused([
      response({ type: 'DEFAULT_4XX', responseTemplates: { 'application/json': 'general' } }),
      response({ type: 'UNAUTHORIZED', responseTemplates: { 'application/json': 'own' } }),
    ]);
    expect(answer.body).toBe('own');
  });

  it('replaces every status code with the one that DEFAULT_4XX sets', async () => {
    expect((await refused([response({ type: 'DEFAULT_4XX', statusCode: '418' })])).status).toBe(418);
  });

  it('is DEFAULT_5XX for failures', async () => {
    const api = anApi({
      routes: [aRoute('GET /me')],
      gatewayResponses: [
        response({ type: 'DEFAULT_5XX', responseParameters: { 'gatewayresponse.header.X-Failed': "'yes'" } }),
      ],
    });
    const failures: [string, number][] = [
      ['[]', 502],
      ['{"body":"?","isBase64Encoded":true}', 500],
    ];
    for (const [result, status] of failures) {
      const gateway = await testGateway({ ...api, binaryMediaTypes: ['*/*'] }, () => result);
      const answer = await gateway.call('GET /local/me', { headers: [['Accept', 'image/png']] });
      expect(answer).toMatchObject({ status, body: '{"message":"Internal server error"}' });
      expect(answer.header('X-Failed')).toBe('yes');
    }
  });
});

describe('rule 27: the body', () => {
  const template = (text: string) =>
    response({ type: 'UNAUTHORIZED', responseTemplates: { 'application/json': text } });

  it('substitutes the error, the context, stage variables and parameters of the request', async () => {
    const text =
      '$context.error.message|$context.error.messageString|$context.error.responseType|$context.identity.sourceIp|' +
      '$stageVariables.team|$method.request.querystring.lang|$method.request.header.X-Who|$context.unknown.thing';
    const answer = await refused([template(text)], [['x-who', 'Ada']]);
    expect(answer.body).toBe('Unauthorized|"Unauthorized"|UNAUTHORIZED|127.0.0.1|ada|de|Ada|');
  });

  it('is not Velocity', async () => {
    const answer = await refused([template('#if(true)x#end #set($a = 1)')]);
    expect(answer.body).toBe('#if(true)x#end #set($a = 1)');
  });

  it('takes the media type of the template, preferring the one that the client accepts', async () => {
    const both = response({
      type: 'UNAUTHORIZED',
      responseTemplates: { 'application/json': 'json', 'application/xml': '<xml/>' },
    });
    const plain = await refused([both]);
    expect([plain.body, plain.header('content-type')]).toEqual(['json', 'application/json']);
    const xml = await refused([both], [['Accept', 'application/xml, */*']]);
    expect([xml.body, xml.header('content-type')]).toEqual(['<xml/>', 'application/xml']);
  });
});

describe('rule 28: headers', () => {
  it('are literals and mappings; a mapping without a value sends none', async () => {
    const answer = await refused(
      [
        response({
          type: 'DEFAULT_4XX',
          responseParameters: {
            'gatewayresponse.header.Access-Control-Allow-Origin': "'https://app.example.com'",
            'gatewayresponse.header.X-Origin': 'method.request.header.origin',
            'gatewayresponse.header.X-Request': 'context.requestId',
            'gatewayresponse.header.X-Team': 'stageVariables.team',
            'gatewayresponse.header.X-None': 'method.request.header.None',
          },
        }),
      ],
      [['Origin', 'https://other.example.com']],
    );
    expect(answer.header('access-control-allow-origin')).toBe('https://app.example.com');
    expect(answer.header('x-origin')).toBe('https://other.example.com');
    expect(answer.header('x-request')).toBe(answer.header('x-amzn-requestid'));
    expect(answer.header('x-team')).toBe('ada');
    expect(answer.headers.map(([name]) => name)).not.toContain('X-None');
  });

  it('keep their names, unlike those of a backend', async () => {
    const responseParameters = { 'gatewayresponse.header.WWW-Authenticate': "'Bearer'" };
    const answer = await refused([response({ type: 'UNAUTHORIZED', responseParameters })]);
    expect(answer.header('www-authenticate')).toBe('Bearer');
  });

  it('holds no CORS header that nobody asked for', async () => {
    const answer = await refused([], [['Origin', 'https://app.example.com']]);
    expect(answer.header('access-control-allow-origin')).toBeUndefined();
  });
});
