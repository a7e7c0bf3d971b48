import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  bootstrapEditorSchema,
  editorSchema,
  fieldTable,
  listEnvironments,
  refuseCollisions,
  usersEditorSchema,
} from '@gatehouse/environment';
import { loadApp, synthEnvironments } from '@gatehouse/platform';
import { settings } from '@gatehouse/settings';

// What must hold of the apps and environments of this workspace, whatever a team has in them.
const top = resolve(__dirname, '..');
const names = listEnvironments(join(top, 'environments'));
const text = (file: string) => readFileSync(join(top, file), 'utf8');

interface Stack {
  readonly terraform: { readonly backend: { readonly s3: Readonly<Record<string, unknown>> } };
  readonly provider: { readonly aws: readonly Readonly<Record<string, unknown>>[] };
}

describe('the environments', () => {
  it('each have a file and an app', () => {
    const apps = readdirSync(__dirname).filter(
      (folder) => folder !== 'bootstrap' && existsSync(join(__dirname, folder, 'main.ts')),
    );

    expect(apps.sort()).toEqual([...names].sort());
  });

  it.each(names)('have names in AWS that no other one has: %s', (name) => {
    expect(() => refuseCollisions(name, join(top, 'environments'))).not.toThrow();
  });

  it('have files that their schemas and the docs describe; otherwise run: npm run schema', () => {
    expect(JSON.parse(text('environments/schema.json'))).toEqual(editorSchema(settings));
    expect(JSON.parse(text('environments/bootstrap.schema.json'))).toEqual(bootstrapEditorSchema());
    expect(JSON.parse(text('apps/local/users.schema.json'))).toEqual(usersEditorSchema());
    expect(text('docs/environments.md')).toContain(fieldTable(settings));
  });
});

describe('the stacks of the environments', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-apps-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let stacks: readonly Stack[];
  beforeAll(() => {
    // What the functions of the stacks run, as the cdktf command line has it built.
    execFileSync(process.execPath, ['tools/gatehouse/bin/gatehouse.cjs', 'build'], { cwd: top });
    synthEnvironments(
      names.map((name) => loadApp(__dirname, name)),
      { outdir: folder, directory: join(top, 'environments') },
    );
    stacks = readdirSync(join(folder, 'stacks')).map(
      (stack) => JSON.parse(readFileSync(join(folder, 'stacks', stack, 'cdk.tf.json'), 'utf8')) as Stack,
    );
  });

  it('have a state each', () => {
    const states = stacks.map(({ terraform: { backend } }) => `${backend.s3.bucket}/${backend.s3.key}`);

    expect(states.length).toBeGreaterThan(0);
    expect(new Set(states).size).toBe(states.length);
  });

  it('encrypt and lock the state, in the one account that they deploy to', () => {
    for (const { provider, terraform } of stacks) {
      const accounts = provider.aws.map((each) => each.allowed_account_ids);
      expect(terraform.backend.s3).toMatchObject({
        encrypt: true,
        kms_key_id: expect.stringMatching(/./),
        use_lockfile: true,
        allowed_account_ids: accounts[0],
      });
      expect(accounts).toEqual(accounts.map(() => [expect.stringMatching(/^\d{12}$/)]));
    }
  });

  it('have credentials written out only where they are sent to an emulator', () => {
    for (const { provider, terraform } of stacks) {
      for (const block of [terraform.backend.s3, ...provider.aws]) {
        expect('access_key' in block).toBe('endpoints' in block);
      }
    }
  });
});
