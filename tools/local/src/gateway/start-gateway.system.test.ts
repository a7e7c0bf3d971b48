import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Surface } from '@gatehouse/surface';
import { strToU8, zipSync } from 'fflate';
import { type Gateway, startGateway } from './index';
import { testKeys } from './testing/call';
import { anApi, anAuthorizer, aRoute, aStage, aSurface } from './testing/surface';

// What a request is answered is in docs/gateway-conformance.md; here is what changes while the gateway serves.

const root = mkdtempSync(join(tmpdir(), 'gatehouse-gateway-'));
const deploy = (code: string) => writeFileSync(join(root, 'reports.zip'), zipSync({ 'index.js': strToU8(code) }));
const auth = { kind: 'cognito', authorizerId: 'auth1', scopes: [] } as const;

const surfaceOf = (deploymentId = 'dep1', path = '/me'): Surface =>
  aSurface({
    apis: [
      anApi({
        routes: [aRoute(`GET ${path}`, { auth }), aRoute('ANY /echo/{proxy+}')],
        stages: [aStage({ deploymentId })],
      }),
    ],
  });

const start = async (surface: Surface, port?: number) =>
  startGateway({
    surface,
    port,
    keys: testKeys,
    functionRoots: ['/nowhere', root],
    onRefusal: () => undefined,
    onFunctionOutput: () => undefined,
  });

let gateway: Gateway;

beforeAll(async () => {
  deploy('exports.handler = async () => ({ statusCode: 201 })');
  gateway = await start(surfaceOf());
});

afterAll(async () => {
  await gateway?.close();
  rmSync(root, { recursive: true });
});

const statusOf = async (path: string) => (await fetch(`${gateway.url}/local${path}`)).status;

describe('reload', () => {
  it('takes a new deployment and new code, and keeps serving', async () => {
    expect([await statusOf('/you'), await statusOf('/echo/x')]).toEqual([403, 201]);
    deploy('exports.handler = async () => ({ statusCode: 202 })');
    await gateway.reload(surfaceOf('dep1', '/you'));
    expect([await statusOf('/you'), await statusOf('/echo/x')]).toEqual([403, 202]);
    await gateway.reload(surfaceOf('dep2', '/you'));
    expect(await statusOf('/you')).toBe(401);
  });

  it('is not needed for a handler that is built again', async () => {
    deploy('exports.handler = async () => ({ statusCode: 200, body: "built again" })');
    const answer = await fetch(`${gateway.url}/local/echo/x`);
    expect([answer.status, await answer.text()]).toEqual([200, 'built again']);
    deploy('exports.handler = async () => ({ statusCode: 202 })');
    expect(await statusOf('/echo/x')).toBe(202);
  });

  it('fails and keeps what it serves when the new values cannot be served', async () => {
    const refused = anApi({ authorizers: [anAuthorizer({ identitySource: 'nowhere' })] });
    await expect(gateway.reload(aSurface({ apis: [refused] }))).rejects.toThrow('identity_source is "nowhere"');
    expect(await statusOf('/echo/x')).toBe(202);
  });
});

describe('starting', () => {
  it('takes a free port when its own is taken', async () => {
    const other = await start(aSurface(), Number(new URL(gateway.url).port));
    expect(other.url).not.toBe(gateway.url);
    await other.close();
  });
});
