import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EnvironmentError, listEnvironments } from '@gatehouse/environment';
import { archiveForTests } from '../testing/archive';
import { synthEnvironment, synthEnvironments } from './synth-environment';

const archive = archiveForTests();
const directory = resolve(__dirname, '../../../environments');
const names = listEnvironments(directory);

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
    synthEnvironments(names, { outdir: folder, directory, archive });

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
    synthEnvironments(names, { outdir: folder, directory, archive });

    const states = Object.values(written(folder)).map(({ terraform }) => terraform.backend.s3);
    const places = states.map(({ bucket, key }) => `${bucket}/${key}`);
    expect(new Set(places).size).toBe(names.length * 2);
    expect(new Set(states.map(({ key }) => key)).size).toBe(names.length * 2);
  });

  it.each(names)('encrypts, locks and fences in the state of %s', (name) => {
    synthEnvironment(name, { outdir: folder, directory, archive });

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
    synthEnvironments(names, { outdir: folder, directory, archive });

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

    synthEnvironment('prod', { outdir: one, directory, archive });
    synthEnvironment('prod', { outdir: two, directory, archive });

    expect(filesIn(two)).toEqual(filesIn(one));
  });

  it('is the same wherever the workspace lies', () => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    cpSync(directory, join(elsewhere, 'environments'), { recursive: true });
    cpSync(archive, join(elsewhere, 'api.zip'));
    const [here, there] = [join(folder, 'here'), join(elsewhere, 'out')];

    synthEnvironment('dev', { outdir: here, directory, archive });
    synthEnvironment('dev', {
      outdir: there,
      directory: join(elsewhere, 'environments'),
      archive: join(elsewhere, 'api.zip'),
    });

    expect(filesIn(there)).toEqual(filesIn(here));
    const text = JSON.stringify(filesIn(here));
    for (const path of [folder, process.cwd(), __dirname, tmpdir()]) expect(text).not.toContain(path);
  });

  it('is the same for an environment alone and among others', () => {
    const [alone, together] = [join(folder, 'alone'), join(folder, 'together')];

    synthEnvironment('staging', { outdir: alone, directory, archive });
    synthEnvironments(names, { outdir: together, directory, archive });

    const file = 'stacks/staging-api/cdk.tf.json';
    expect(filesIn(together)[file]).toEqual(filesIn(alone)[file]);
  });
});

describe('a mistake', () => {
  it('fails when an environment is wrong', () => {
    expect(() => synthEnvironment('nowhere', { outdir: folder, directory, archive })).toThrow(EnvironmentError);
  });

  it('fails when the archive is missing, saying what makes it', () => {
    const missing = { outdir: folder, directory, archive: join(folder, 'api.zip') };

    expect(() => synthEnvironment('dev', missing)).toThrow('Make it with `node apps/api/build.mjs`.');
  });
});
