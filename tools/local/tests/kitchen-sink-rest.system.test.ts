import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTerraform, Terraform } from '@gatehouse/terraform';
import { type Emulator, startEmulator } from '../src/emulator';
import { whatIsLeft } from '../testing/what-is-left';
import { synthesized } from './synthesized';

// Everything that a REST API has, by resources and by one OpenAPI body, in one apply.

const out = mkdtempSync(join(tmpdir(), 'gatehouse-kitchen-sink-rest-'));
let emulator: Emulator;
let terraform: Terraform;

beforeAll(async () => {
  emulator = await startEmulator();
  const stack = synthesized('examples/kitchen-sink-rest/main.ts', out, emulator.url);
  terraform = new Terraform({ binary: await findTerraform(), stack });
  await terraform.init();
  await terraform.applyUnread();
});

afterAll(async () => {
  await emulator?.stop();
  rmSync(out, { recursive: true });
});

/** `METHOD /path guard` of what the stage of an API serves. */
async function served(apiId: unknown): Promise<string[]> {
  const query = new URLSearchParams({ apiId: String(apiId), stage: 'v1' });
  const response = await fetch(`${emulator.url}/moto-api/gatehouse/deployment?${query}`);
  const { routes } = (await response.json()) as { routes: Record<'method' | 'path' | 'authorizationType', string>[] };
  return routes.map(({ authorizationType, method, path }) => `${method} ${path} ${authorizationType}`);
}

it('serves the same routes with the same guards in both definitions', async () => {
  const { openapi, resources } = await terraform.output();
  const routes = await served(resources?.value);

  expect(routes).toContain('POST /orders COGNITO_USER_POOLS');
  expect(routes).toContain('POST /events CUSTOM');
  expect(await served(openapi?.value)).toEqual(routes);
});

it('plans no change after the first apply', async () => {
  const { file } = await terraform.plan();
  const { resource_changes: changes = [] } = await terraform.showPlan(file);

  expect(changes.filter(({ change }) => change.actions.join() !== 'no-op').map(({ address }) => address)).toEqual([]);
});

it('leaves nothing when it is destroyed', async () => {
  await terraform.destroy();

  expect(await whatIsLeft(emulator.url, 'eu-west-1')).toEqual({});
});
