import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listEnvironments, loadEnvironment, placeOf } from '@gatehouse/environment';
import { loadApp, synthEnvironments } from '@gatehouse/platform';
import { catalogue, deriveRights, formatRights, readRights, renewed, type StackContent } from '@gatehouse/rights';

const top = resolve(__dirname, '..');
const directory = join(top, 'environments');
const outdir = mkdtempSync(join(tmpdir(), 'gatehouse-rights-'));
afterAll(() => rmSync(outdir, { recursive: true }));

it('rights.json lets CI do what the environments need: renew it with "npx nx rights bootstrap"', () => {
  execFileSync(process.execPath, ['tools/gatehouse/bin/gatehouse.cjs', 'build'], { cwd: top });
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
