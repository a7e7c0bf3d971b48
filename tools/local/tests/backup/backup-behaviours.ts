import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentApp, readStacks } from '@gatehouse/terraform';
import { execa } from 'execa';
import { type Emulator } from '../../src/emulator';
import { iamClient } from '../../src/up/aws-clients';
import { createBoundary } from '../../src/up/boundary';
import { type FixtureWorkspace } from '../../testing/fixture-workspace';
import { Aws } from '../gaps';

/** The stack `local-people` with users who can be exported and imported, applied to an emulator. */
export interface Applied {
  readonly copy: FixtureWorkspace;
  readonly emulator: Emulator;
  readonly poolId: string;
}

interface Manifest {
  readonly states: readonly { readonly file: string }[];
  readonly users: readonly { readonly file: string }[];
  readonly files: Readonly<Record<string, string>>;
}

/** What a back-up has, and what comes back of it. */
export function backupBehaviours(applied: () => Applied): void {
  const run = (...args: string[]) => {
    const { copy, emulator } = applied();
    return execa('node', ['tools/gatehouse/bin/gatehouse.cjs', ...args, '--no-synth'], {
      cwd: copy.root,
      reject: false,
      env: { GATEHOUSE_AWS_ENDPOINT: emulator.url, TF_CLI_CONFIG_FILE: undefined },
    });
  };
  const folder = () => applied().copy.path('saved');
  const manifest = () => JSON.parse(readFileSync(join(folder(), 'manifest.json'), 'utf8')) as Manifest;

  it('has states, users and outputs in one folder, which nobody else enters', async () => {
    await allowRoles(applied());
    await makeUsers(applied());
    const { exitCode, stderr } = await run('backup', 'local', '--yes', '--out=saved');

    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('\nWrote saved')]);
    const { poolId } = applied();
    expect(manifest()).toMatchObject({
      environment: 'local',
      commit: null,
      states: [{ stack: 'local-people', bucket: 'fixture-state', key: 'local/people.tfstate' }],
      users: [{ output: 'export', userPoolId: poolId, users: 2, file: `users/export-${poolId}.users` }],
      poolsWithoutUsers: [],
    });
    expect(Object.keys(manifest().files)).toEqual([
      'outputs.json',
      'states/local_people.tfstate',
      `users/export-${poolId}.users`,
    ]);
    expect(statSync(folder()).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder(), manifest().states[0]!.file)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder(), manifest().users[0]!.file), 'utf8')).not.toContain('example.com');
    const outputs = JSON.parse(readFileSync(join(folder(), 'outputs.json'), 'utf8')) as Record<string, object>;
    expect(outputs['local-people']).toMatchObject({ pool_id: poolId, machine_client_secret: '(sensitive)' });
  });

  it('comes back in an emulator of its own, all of it', async () => {
    const { exitCode, stderr, stdout } = await run('rehearse-restore', 'local', '--from=saved');

    expect([exitCode, exitCode === 0 ? '' : stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^local-people: \d+ resources and \d+ outputs came back$/m);
    expect(stdout).toMatch(/^ {2}with other ids, or a new secret: .*\bmachine_client_secret\b/m);
    expect(stdout).toContain(`${applied().poolId}: 2 users of 2 came back`);
    expect(stdout).toContain('  - TOTP secrets, passkeys and remembered devices: everyone sets them up again');
    expect(stdout).toMatch(/\nAll that can be restored came back\.$/);
    expect(existsSync(join(folder(), 'users', `export-${applied().poolId}.users.progress`))).toBe(false);
  });

  it('is refused when it was cut off, before anything is restored', async () => {
    const file = join(folder(), manifest().users[0]!.file);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.slice(0, -10));
    const { exitCode, stderr } = await run('rehearse-restore', 'local', '--from=saved');
    rmSync(folder(), { recursive: true });

    expect(exitCode).toBe(1);
    expect(stderr).toBe(
      `saved: expected ${manifestFile(file)} as it was saved, found other content. Nothing was restored. ` +
        'The backup was cut off or edited: name another one.',
    );
  });
}

const manifestFile = (path: string): string => path.split('/').slice(-2).join('/');

/** What the bootstrap does in an account: without a boundary, roles may do nothing. */
async function allowRoles({ copy, emulator }: Applied): Promise<void> {
  const app = copy.path('apps/local');
  const { environment } = environmentApp(app);
  await createBoundary(iamClient(emulator.url, environment.region), environment, readStacks(app));
}

/** Ann is in a group, Bob is disabled. */
async function makeUsers({ emulator, poolId: UserPoolId }: Applied): Promise<void> {
  const aws = new Aws(emulator.url);
  for (const Username of ['ann@example.com', 'bob@example.com']) {
    const UserAttributes = [
      { Name: 'email_verified', Value: 'true' },
      { Name: 'name', Value: 'Dr. A, B' },
    ];
    await aws.idp('AdminCreateUser', { UserPoolId, Username, MessageAction: 'SUPPRESS', UserAttributes });
  }
  await aws.idp('AdminAddUserToGroup', { UserPoolId, Username: 'ann@example.com', GroupName: 'editors' });
  await aws.idp('AdminDisableUser', { UserPoolId, Username: 'bob@example.com' });
}
