import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { WorkspaceCopy } from '../testing/workspace';

const root = resolve(__dirname, '../../..');
const TOKEN = 'read-and-write';
const SECRET = 'a-secret-that-must-not-leave';

describe('the remote cache', () => {
  let workspace: WorkspaceCopy;
  let folder: string;
  let server: ChildProcess;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-cache-'));
    workspace = new WorkspaceCopy();
    server = spawn(
      process.execPath,
      ['-r', './register-ts.cjs', 'tools/nx-cdktf/testing/cache-server.ts', folder, TOKEN],
      { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [port] = (await once(server.stdout!, 'data')) as [Buffer];
    workspace.env = {
      NX_SELF_HOSTED_REMOTE_CACHE_SERVER: `http://127.0.0.1:${port.toString().trim()}`,
      NX_SELF_HOSTED_REMOTE_CACHE_ACCESS_TOKEN: TOKEN,
      AWS_SECRET_ACCESS_KEY: SECRET,
    };
  });
  afterAll(async () => {
    server.kill();
    await once(server, 'exit');
    workspace.remove();
    rmSync(folder, { recursive: true });
  });

  const app = (...path: string[]): string => join(workspace.root, 'apps/dev', ...path);
  const log = (): string => join(folder, 'requests.log');
  const requests = (): string[] => readFileSync(log(), 'utf8').trim().split('\n').sort();
  const artifacts = (): string[] =>
    readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((file) => file !== log());

  /** As on another machine: nothing is here but the sources. */
  function forget(): void {
    for (const path of ['.nx', 'apps/dev/cdktf.out', 'apps/api/dist']) {
      rmSync(join(workspace.root, path), { recursive: true, force: true });
    }
    rmSync(log());
  }

  it('gets what one machine synthesized to another', () => {
    workspace.nx('synth', 'dev');
    const manifest = readFileSync(app('cdktf.out/manifest.json'), 'utf8');
    expect(requests()).toEqual(['GET 404', 'GET 404', 'PUT 200', 'PUT 200']);

    forget();
    expect(workspace.nx('synth', 'dev')).toContain('[remote cache]');

    expect(readFileSync(app('cdktf.out/manifest.json'), 'utf8')).toBe(manifest);
    expect(existsSync(app('cdktf.out/stacks/dev-api/cdk.tf.json'))).toBe(true);
    expect(requests()).toEqual(['GET 200', 'GET 200']);
  });

  it('is given what was synthesized and bundled, and never a plan, a state or a secret', () => {
    for (const file of [
      '.terraform-work/dev-api/plan.tfplan',
      '.terraform-work/dev-api/plan.json',
      'cdktf.out/stacks/dev-api/terraform.tfstate',
      'cdktf.out/stacks/dev-api/.terraform/terraform.tfstate',
      'outputs.json',
    ]) {
      mkdirSync(app(file, '..'), { recursive: true });
      writeFileSync(app(file), SECRET);
    }
    workspace.append('apps/dev/main.ts', '\n');
    workspace.nx('synth', 'dev');

    expect(new Set(artifacts().flatMap(filesIn))).toEqual(
      new Set([
        'code',
        'terminalOutput',
        'apps/api/dist/api.zip',
        'apps/dev/cdktf.out/manifest.json',
        'apps/dev/cdktf.out/openapi/dev-api/api.json',
        'apps/dev/cdktf.out/stacks/dev-identity/cdk.tf.json',
        'apps/dev/cdktf.out/stacks/dev-api/cdk.tf.json',
        expect.stringMatching(/^apps\/dev\/cdktf\.out\/stacks\/dev-api\/assets\/service\/[0-9A-F]+\/api\.zip$/),
      ]),
    );
    expect(artifacts()).toHaveLength(3);
    for (const artifact of artifacts()) {
      expect(gunzipSync(readFileSync(artifact)).includes(SECRET)).toBe(false);
    }
  });

  it('refuses a wrong token', () => {
    forget();
    workspace.env = { ...workspace.env, NX_SELF_HOSTED_REMOTE_CACHE_ACCESS_TOKEN: 'guessed' };

    expect(() => workspace.nx('synth', 'dev')).toThrow(/401/);
  });
});

/** Files in an archive; its folders are none. */
function filesIn(archive: string): string[] {
  const lines = execFileSync('tar', ['-tvzf', archive]).toString().trim().split('\n');
  return lines.filter((line) => line.startsWith('-')).map((line) => line.split(' ').at(-1) ?? '');
}
