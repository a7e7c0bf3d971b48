import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TestApp } from '../../testing/app';
import { startCli } from '../../testing/cli';
import { ADDITIONS, motoWithStates } from '../../testing/moto';
import { temporaryFolder } from '../../testing/stack';
import { lastRelease } from './last-release';
import { type Synthesized, upgradeDifferences } from './upgrade-differences';

const top = resolve(__dirname, '../../../..');
const released = join(top, 'tools/terraform/testing/released');
const text = (...path: string[]): string => readFileSync(join(...path), 'utf8');

/** What CHANGELOG.md says, above the releases, that the next one changes in what is deployed: `stack: address argument`. */
function named(): string[] {
  const [unreleased = ''] = text(top, 'CHANGELOG.md').split(/^## v?\d/m);
  return [...unreleased.matchAll(/^- `([a-z]+-[a-z-]+: [^`]+)`/gm)].map(([, line]) => line!);
}

/** What the last release synthesizes is in testing/released; its write.ts writes it again after a release. */
describe('an upgrade from the last release', () => {
  const moto = motoWithStates(ADDITIONS);
  const now: Record<string, Synthesized> = {};
  beforeAll(() => {
    const node = (...args: string[]): void => void execFileSync(process.execPath, args, { cwd: top });
    node('tools/gatehouse/bin/gatehouse.cjs', 'build');
    for (const environment of ['local', 'prod']) {
      const folder = temporaryFolder();
      node('-r', './register-ts.cjs', 'apps/main.ts', environment, folder);
      for (const stack of readdirSync(join(folder, 'stacks')))
        now[stack] = JSON.parse(text(folder, 'stacks', stack, 'cdk.tf.json')) as Synthesized;
    }
  });
  const before = (stack: string): Synthesized => JSON.parse(text(released, 'stacks', `${stack}.json`)) as Synthesized;

  it('is from the newest tag that this commit comes after; else run testing/released/write.ts', () => {
    const { tag } = JSON.parse(text(released, 'about.json')) as { tag: string | null };

    // A shallow clone has no tags.
    expect([tag, undefined]).toContain(lastRelease(top) ?? (tag === null ? null : undefined));
  });

  it('changes nothing in what is deployed that CHANGELOG.md does not name', () => {
    const stacks = readdirSync(join(released, 'stacks')).map((file) => file.replace('.json', ''));
    const changed = stacks.flatMap((stack) =>
      upgradeDifferences(before(stack), now[stack] ?? {}).map((line) => `${stack}: ${line}`),
    );

    expect(Object.keys(now).sort()).toEqual(stacks.sort());
    expect(changed.sort()).toEqual(named().sort());
  });

  it('replaces and removes nothing of where people are kept, with real Terraform', async () => {
    const app = new TestApp();
    const write = (stack: Synthesized): void => {
      const here = JSON.stringify(stack).replaceAll('http://127.0.0.1:4599', moto.endpoint);
      app.write('identity', JSON.parse(here) as object, { endpoint: moto.endpoint, key: 'released' });
    };
    const planned = async (stack: Synthesized): Promise<string[]> => {
      write(stack);
      const { exitCode, stderr } = await startCli(['plan', app.directory]);
      expect([exitCode, [0, 2].includes(exitCode ?? 1) ? '' : stderr]).toEqual([expect.any(Number), '']);
      const plan = JSON.parse(text(app.directory, '.terraform-work/identity/plan.json')) as {
        resource_changes: { address: string; change: { actions: string[] } }[];
      };
      return plan.resource_changes
        .filter(({ change }) => change.actions.includes('delete'))
        .map(({ address }) => address);
    };
    const old = before('local-identity');
    write(old);
    expect(await startCli(['deploy', app.directory])).toMatchObject({ exitCode: 0 });

    expect(await planned(now['local-identity']!)).toEqual([]);
    const users = { ...old.resource!.aws_cognito_user_pool!.users, username_attributes: ['phone_number'] };
    expect(await planned({ ...old, resource: { ...old.resource, aws_cognito_user_pool: { users } } })).toContain(
      'aws_cognito_user_pool.users',
    );
  });
});
