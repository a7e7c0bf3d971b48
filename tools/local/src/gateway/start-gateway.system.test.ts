import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Surface } from '@gatehouse/surface';
import { strToU8, zipSync } from 'fflate';
import { type Gateway, publishedKeys, startGateway } from './index';
import { accessToken, idToken, testKeys } from './testing/call';
import { anApi, anAuthorizer, aRoute, aStage, aSurface, lambdaIntegration, poolId } from './testing/surface';

const root = mkdtempSync(join(tmpdir(), 'gatehouse-gateway-'));
const deploy = (code: string) => writeFileSync(join(root, 'reports.zip'), zipSync({ 'index.js': strToU8(code) }));
const echo =
  "exports.handler = async (event) => event.path === '/echo/empty' ? { statusCode: 204 } : { body: JSON.stringify(event) }";

const cognito = (...scopes: string[]) => ({ kind: 'cognito', authorizerId: 'auth1', scopes }) as const;
const proxy = (uri: string) => lambdaIntegration({ type: 'HTTP_PROXY', uri, method: 'ANY' });

let backend: Server;
let backendUrl: string;
let gateway: Gateway | undefined;
const accessLog: string[] = [];
const problems: string[] = [];

const surfaceOf = (deploymentId = 'dep1', path = '/me'): Surface =>
  aSurface({
    apis: [
      anApi({
        routes: [
          aRoute(`GET ${path}`, { auth: cognito() }),
          aRoute('GET /reports', { auth: cognito('reports/read') }),
          aRoute('ANY /echo/{proxy+}'),
          aRoute('ANY /proxy/{id}', {
            integration: {
              ...proxy(`${backendUrl}/there/{id}?fixed=1`),
              requestParameters: {
                'integration.request.path.id': 'method.request.path.id',
                'integration.request.header.X-Stage': 'context.stage',
              },
            },
          }),
          aRoute('GET /slow', { integration: { ...proxy(`${backendUrl}/never`), timeout: 500 } }),
          aRoute('GET /dead', { integration: proxy('http://127.0.0.1:9/') }),
        ],
        stages: [
          aStage({
            deploymentId,
            accessLog: { destinationArn: 'arn', format: '$context.path $context.status' },
          }),
        ],
      }),
    ],
  });

const start = (surface: Surface, port?: number) =>
  startGateway({
    surface,
    port,
    keys: publishedKeys(backendUrl),
    functionRoots: ['/nowhere', root],
    onAccessLog: (line) => accessLog.push(line),
    onProblem: (message) => problems.push(message),
    onRefusal: () => undefined,
    onFunctionOutput: () => undefined,
  });

beforeAll(async () => {
  deploy(echo);
  backend = createServer((incoming, response) => {
    if (incoming.url === '/never') return;
    if (incoming.url === `/${poolId}/.well-known/jwks.json`)
      return void testKeys(poolId).then((keys) => response.end(JSON.stringify(keys)));
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method, url, headers } = incoming;
      response.writeHead(207, { 'X-Backend': 'yes', Server: 'mine', 'Set-Cookie': ['a=1', 'b=2'] });
      response.end(JSON.stringify({ method, url, headers, body: Buffer.concat(chunks).toString() }));
    });
  });
  await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve));
  backendUrl = `http://127.0.0.1:${(backend.address() as AddressInfo).port}`;
  gateway = await start(surfaceOf());
});

afterAll(async () => {
  await gateway?.close();
  backend.closeAllConnections();
  await new Promise((resolve) => backend.close(resolve));
  rmSync(root, { recursive: true });
});

const url = (path: string) => `${gateway!.url}/local${path}`;
const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });

/** A request as written: fetch would normalise the path and the names of headers. */
const raw = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; rawHeaders: string[]; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(gateway!.url);
    const outgoing = request({ hostname, port, path, method, headers }, (incoming) => {
      let body = '';
      incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
      incoming.on('end', () => resolve({ status: incoming.statusCode!, rawHeaders: incoming.rawHeaders, body }));
    });
    outgoing.on('error', reject);
    outgoing.end();
  });

describe('a request over HTTP', () => {
  it('needs a good token of the right kind', async () => {
    const me = await fetch(url('/me'), bearer(await idToken()));
    expect(me.status).toBe(200);
    const event = (await me.json()) as { requestContext: { authorizer: { claims: { email: string } } } };
    expect(event.requestContext.authorizer.claims.email).toBe('ada@example.com');
    expect((await fetch(url('/me'))).status).toBe(401);
    expect((await fetch(url('/reports'), bearer(await idToken()))).status).toBe(401);
    expect((await fetch(url('/reports'), bearer(await accessToken('reports/read')))).status).toBe(200);
  });

  it('keeps the path and the names of headers as sent (rules 20, 21, 36)', async () => {
    const { body } = await raw('/local//echo/a%2Bb//c/?x=%2F', { 'X-MixedCase': '1' });
    expect(JSON.parse(body)).toMatchObject({
      path: '/echo/a%2Bb//c/',
      pathParameters: { proxy: 'a%2Bb//c' },
      headers: { 'X-MixedCase': '1' },
      queryStringParameters: { x: '/' },
      requestContext: {
        path: '/local//echo/a%2Bb//c/',
        protocol: 'HTTP/1.1',
        identity: { sourceIp: '127.0.0.1' },
      },
    });
  });

  it('carries bodies up to 10 MB; fails with 413 beyond (rule 29)', async () => {
    const fits = await fetch(url('/echo/x'), { method: 'POST', body: Buffer.alloc(10_485_760, 'a') });
    expect(fits.status).toBe(200);
    await fits.arrayBuffer();
    const tooLarge = await fetch(url('/echo/x'), { method: 'POST', body: Buffer.alloc(10_485_761, 'a') });
    expect(tooLarge.status).toBe(413);
    expect(await tooLarge.text()).toBe('HTTP content length exceeded 10485760 bytes.');
  });

  it('fails with 431 when the headers are larger than 10,240 bytes (rule 30)', async () => {
    expect((await raw('/local/echo/x', { 'X-Large': 'a'.repeat(11_000) })).status).toBe(431);
  });

  it('answers HEAD without a body and 204 without a length', async () => {
    const head = await raw('/local/echo/x', {}, 'HEAD');
    expect(head).toMatchObject({ status: 200, body: '' });
    const empty = await raw('/local/echo/empty');
    expect(empty).toMatchObject({ status: 204, body: '' });
    expect(empty.rawHeaders).not.toContain('Content-Length');
  });

  it('is logged', async () => {
    accessLog.length = 0;
    await fetch(url('/nowhere'));
    expect(accessLog).toEqual(['/local/nowhere 403']);
  });
});

describe('HTTP_PROXY', () => {
  it('passes the request on and the answer back', async () => {
    const answer = await fetch(url('/proxy/7?a=1&a=2'), {
      method: 'PUT',
      body: 'hello',
      headers: { 'X-Mine': 'kept', Authorization: 'Bearer x' },
    });
    expect(answer.status).toBe(207);
    expect(answer.headers.get('x-backend')).toBe('yes');
    expect(answer.headers.get('x-amzn-remapped-server')).toBe('mine');
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(answer.headers.get('x-amzn-trace-id')).toBeNull();
    expect(await answer.json()).toMatchObject({
      method: 'PUT',
      url: '/there/7?fixed=1&a=1&a=2',
      body: 'hello',
      headers: {
        host: backendUrl.slice('http://'.length),
        'x-mine': 'kept',
        authorization: 'Bearer x',
        'x-stage': 'local',
        'x-forwarded-for': '127.0.0.1',
        'x-amzn-apigateway-api-id': 'api1',
      },
    });
  });

  it('fails with 504 when the backend does not answer in time, or at all', async () => {
    const slow = await fetch(url('/slow'));
    expect([slow.status, await slow.text()]).toEqual([504, '{"message":"Endpoint request timed out"}']);
    problems.length = 0;
    const dead = await fetch(url('/dead'));
    expect(dead.status).toBe(504);
    expect(problems[0]).toContain('GET /local/dead: GET http://127.0.0.1:9/: connect ECONNREFUSED');
  });
});

describe('reload', () => {
  it('takes a new deployment and new code, and keeps serving', async () => {
    expect((await fetch(url('/you'))).status).toBe(403);
    deploy('exports.handler = async () => ({ statusCode: 202 })');
    await gateway!.reload(surfaceOf('dep1', '/you'));
    expect((await fetch(url('/you'))).status).toBe(403);
    expect((await fetch(url('/echo/x'))).status).toBe(202);
    await gateway!.reload(surfaceOf('dep2', '/you'));
    expect((await fetch(url('/you'))).status).toBe(401);
  });

  it('is not needed for a handler that is built again', async () => {
    deploy('exports.handler = async () => ({ statusCode: 200, body: "built again" })');
    const answer = await fetch(url('/echo/x'));
    expect([answer.status, await answer.text()]).toEqual([200, 'built again']);
    deploy('exports.handler = async () => ({ statusCode: 202 })');
    expect((await fetch(url('/echo/x'))).status).toBe(202);
  });

  it('fails and keeps what it serves when the new values cannot be served', async () => {
    const refused = anApi({ authorizers: [anAuthorizer({ identitySource: 'nowhere' })] });
    await expect(gateway!.reload(aSurface({ apis: [refused] }))).rejects.toThrow('identity_source is "nowhere"');
    expect((await fetch(url('/echo/x'))).status).toBe(202);
  });
});

describe('starting', () => {
  it('takes a free port when its own is taken', async () => {
    const port = Number(new URL(gateway!.url).port);
    const other = await start(aSurface(), port);
    expect(other.url).not.toBe(gateway!.url);
    await other.close();
  });
});
