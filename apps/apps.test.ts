import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError, listEnvironments } from '@gatehouse/environment';
import { loadApp, synthEnvironments } from '@gatehouse/platform';
import { workspaceForTests } from '@gatehouse/platform/testing';

const workspace = workspaceForTests('environments', 'libs/stacks/src/openapi.yaml');
const directory = join(workspace, 'environments');
const names = listEnvironments(directory);
const appsOf = (...environments: readonly string[]) => environments.map((name) => loadApp(__dirname, name));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-synth-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Every file below a folder, by its path in there. */
function filesIn(path: string): Record<string, string> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [file.slice(path.length + 1), readFileSync(file, 'utf8')]),
  );
}

interface Written {
  readonly terraform: { readonly backend: { readonly s3: Readonly<Record<string, unknown>> } };
  readonly provider: { readonly aws: readonly [Readonly<Record<string, unknown>>] };
}

function written(outdir: string): Record<string, Written> {
  const stacks = Object.entries(filesIn(outdir)).filter(([path]) => path.endsWith('cdk.tf.json'));
  return Object.fromEntries(stacks.map(([path, text]) => [path.split('/')[1], JSON.parse(text) as Written]));
}

describe('synthesis of the environments of this workspace', () => {
  it('writes two stacks each, the API after the identity that it reads', () => {
    synthEnvironments(appsOf(...names), { outdir: folder, directory });

    const { stacks } = JSON.parse(filesIn(folder)['manifest.json'] ?? '') as {
      stacks: Record<string, { dependencies: string[] }>;
    };
    expect(
      Object.entries(stacks)
        .map(([stack, { dependencies }]) => [stack, ...dependencies])
        .sort(),
    ).toEqual(names.flatMap((name) => [[`${name}-api`, `${name}-identity`], [`${name}-identity`]]).sort());
  });

  it('gives no two stacks one state', () => {
    synthEnvironments(appsOf(...names), { outdir: folder, directory });

    const states = Object.values(written(folder)).map(({ terraform }) => terraform.backend.s3);
    const places = states.map(({ bucket, key }) => `${bucket}/${key}`);
    expect(new Set(places).size).toBe(names.length * 2);
    expect(new Set(states.map(({ key }) => key)).size).toBe(names.length * 2);
  });

  it.each(names)('encrypts, locks and fences in the state of %s', (name) => {
    synthEnvironments(appsOf(name), { outdir: folder, directory });

    for (const { terraform, provider } of Object.values(written(folder))) {
      expect(terraform.backend.s3).toMatchObject({
        encrypt: true,
        kms_key_id: expect.stringMatching(/./),
        use_lockfile: true,
        allowed_account_ids: provider.aws[0].allowed_account_ids,
      });
    }
  });

  it('sends local to the emulator with made-up credentials, and no other environment', () => {
    synthEnvironments(appsOf(...names), { outdir: folder, directory });

    for (const [stack, { terraform, provider }] of Object.entries(written(folder))) {
      const emulated = stack.startsWith('local-');
      for (const block of [terraform.backend.s3, provider.aws[0]]) {
        expect([stack, 'endpoints' in block, block.access_key, block.secret_key]).toEqual(
          emulated ? [stack, true, 'test', 'test'] : [stack, false, undefined, undefined],
        );
      }
    }
  });
});

describe('what is written', () => {
  it('is the same for the same input, byte by byte', () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];

    synthEnvironments(appsOf('prod'), { outdir: one, directory });
    synthEnvironments(appsOf('prod'), { outdir: two, directory });

    expect(filesIn(two)).toEqual(filesIn(one));
  });

  it('is the same wherever the workspace lies', () => {
    const elsewhere = join(folder, 'elsewhere');
    cpSync(workspace, elsewhere, { recursive: true });
    const [here, there] = [join(folder, 'here'), join(elsewhere, 'out')];

    synthEnvironments(appsOf('dev'), { outdir: here, directory });
    synthEnvironments(appsOf('dev'), { outdir: there, directory: join(elsewhere, 'environments') });

    expect(filesIn(there)).toEqual(filesIn(here));
    const text = JSON.stringify(filesIn(here));
    for (const path of [folder, workspace, process.cwd(), __dirname]) expect(text).not.toContain(path);
  });

  it('is the same for an environment alone and among others', () => {
    const [alone, together] = [join(folder, 'alone'), join(folder, 'together')];

    synthEnvironments(appsOf('staging'), { outdir: alone, directory });
    synthEnvironments(appsOf(...names), { outdir: together, directory });

    const file = 'stacks/staging-api/cdk.tf.json';
    expect(filesIn(together)[file]).toEqual(filesIn(alone)[file]);
  });
});

describe('a mistake', () => {
  it('fails when there is no such environment', () => {
    const nowhere = { ...loadApp(__dirname, 'dev'), name: 'nowhere' };

    expect(() => synthEnvironments([nowhere], { outdir: folder, directory })).toThrow(EnvironmentError);
  });

  it('fails when the archive is missing, saying what makes it', () => {
    const empty = join(folder, 'workspace');
    cpSync(directory, join(empty, 'environments'), { recursive: true });
    cpSync(join(__dirname, 'api/src'), join(empty, 'apps/api/src'), { recursive: true });

    expect(() => synthEnvironments(appsOf('dev'), { outdir: folder, directory: join(empty, 'environments') })).toThrow(
      'Make it with `npx nx build api`.',
    );
  });
});
