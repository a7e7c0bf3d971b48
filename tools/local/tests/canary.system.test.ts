import { type Emulator, startEmulator } from '../src/emulator';
import { type ApiName, CanaryWorkspace } from './canary/canary-workspace';

// Two APIs, by resources and by a body, whose canary gets every request: docs/gateway/stages.md#canaries. Each test goes on from the
// one before.

let emulator: Emulator;
let workspace: CanaryWorkspace;

beforeAll(async () => {
  emulator = await startEmulator();
  workspace = new CanaryWorkspace(emulator);
  await workspace.start();
});

afterAll(async () => {
  await workspace?.close();
  await emulator?.stop();
});

const apis: readonly ApiName[] = ['openapi', 'resources'];

/** What callers and the others get, of both APIs. */
const served = async () => ({
  openapi: await workspace.served('openapi'),
  resources: await workspace.served('resources'),
});

const both = (callers: readonly string[], others: readonly string[]) => ({
  openapi: { callers, others },
  resources: { callers, others },
});

it('serves what was deployed first, and has nothing to promote', async () => {
  await workspace.change('GET /a');

  expect(await served()).toEqual(both(['/a'], ['/a']));
  await expect(workspace.canary('resources', { promote: true })).rejects.toThrow('There is nothing to promote');
  expect(workspace.kept).toBeUndefined();
});

it('serves what is new to those who get the canary, and what was there to the others', async () => {
  await workspace.change('GET /a', 'GET /b');

  expect(await served()).toEqual(both(['/a', '/b'], ['/a']));
  expect(await workspace.canary('resources', {})).toMatch(
    /^resources \(aws_api_gateway_stage.resources of local-api\)\n {2}100 percent of the requests get version [0-9a-f]{8}, what the code says, deployed at .*\n {2}the others get what was deployed at .*Z$/,
  );
});

it('gives it to everyone by one command, or by a file that a pipeline deploys, and then plans nothing', async () => {
  const done = await workspace.canary('resources', { promote: true });
  const written = await workspace.canary('openapi', { promote: true, deploy: false });
  const findings = await workspace.findings();
  await workspace.apply();

  expect(findings).toEqual([
    'expected canary-ended aws_api_gateway_stage.openapi',
    'expected deployment-replaced aws_api_gateway_deployment.openapi',
  ]);
  expect(done).toBe('resources: everyone gets what the canary served. Commit apps/local/canaries.json.');
  expect(written).toBe(
    'openapi: once apps/local/canaries.json is committed and deployed, everyone gets what the canary served.',
  );
  expect(await served()).toEqual(both(['/a', '/b'], ['/a', '/b']));
  expect(await workspace.planned()).toBe(false);
});

it('takes the next change back by a command, or by a file, and then plans nothing', async () => {
  await workspace.change('GET /a', 'GET /b', 'GET /c');
  const meanwhile = await served();
  await workspace.canary('openapi', { rollback: true });
  await workspace.canary('resources', { rollback: true, deploy: false });
  const findings = await workspace.findings();
  await workspace.apply();

  expect(findings).toEqual(['expected canary-ended aws_api_gateway_stage.resources']);
  expect(meanwhile).toEqual(both(['/a', '/b', '/c'], ['/a', '/b']));
  expect(await served()).toEqual(both(['/a', '/b'], ['/a', '/b']));
  expect(await workspace.planned()).toBe(false);
  for (const api of apis) {
    await expect(workspace.canary(api, { rollback: true })).rejects.toThrow('what the code says, version');
    expect(await workspace.canary(api, {})).toContain('was taken back\n  everyone gets what was deployed at ');
  }
});

it('has a canary again for the change after that', async () => {
  await workspace.change('GET /a', 'GET /b', 'GET /d');

  expect(await workspace.served('openapi')).toEqual({ callers: ['/a', '/b', '/d'], others: ['/a', '/b'] });
  expect((await workspace.served('resources')).callers).toContain('/d');
  expect((await workspace.served('resources')).others).toEqual(['/a', '/b']);
});
