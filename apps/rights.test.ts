import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listEnvironments, loadEnvironment, placeOf } from '@gatehouse/environment';
import { loadApp, synthEnvironments } from '@gatehouse/platform';
import { workspaceForTests } from '@gatehouse/platform/testing';
import { catalogue, deriveRights, formatRights, readRights, renewed, type StackContent } from '@gatehouse/rights';

const workspace = workspaceForTests('environments', 'libs/stacks/src/openapi.yaml');
const directory = join(workspace, 'environments');
const outdir = mkdtempSync(join(tmpdir(), 'gatehouse-rights-'));
afterAll(() => rmSync(outdir, { recursive: true }));

it('rights.json lets CI do what the environments need: renew it with "npx nx rights bootstrap"', () => {
  const environments = listEnvironments(directory).map((name) => loadEnvironment(name, { directory }));
  const derived = environments.map((environment) => {
    return [environment.name, deriveRights(stacksOf(environment.name), placeOf(environment), catalogue)] as const;
  });

  expect(derived.flatMap(([, { problems }]) => problems)).toEqual([]);
  const committed = readRights(join(__dirname, 'bootstrap/rights.json'));
  const needed = Object.fromEntries(derived.map(([name, { rights }]) => [name, rights]));
  expect(formatRights(renewed(committed, needed, catalogue))).toBe(formatRights(committed));
});

function stacksOf(name: string) {
  const folder = join(outdir, name);
  synthEnvironments([loadApp(__dirname, name)], { outdir: folder, directory });
  return readdirSync(join(folder, 'stacks')).map((stack) => {
    const text = readFileSync(join(folder, 'stacks', stack, 'cdk.tf.json'), 'utf8');
    return { name: stack, content: JSON.parse(text) as StackContent };
  });
}
