import { createPublicKey } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateKeyCommand, GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { TestApp } from '../../testing/app';
import { startCli } from '../../testing/cli';
import { ADDITIONS, motoWithStates } from '../../testing/moto';
import { ACCESS_DENIED, EXPIRED, refusingProxy, type Refusal } from '../../testing/refusing-proxy';
import { temporaryFolder, writeFile } from '../../testing/stack';
import { TestWorkspace } from '../../testing/workspace';
import { noteLostStateKey } from './lost-state-keys';

describe('a state that Terraform cannot write, with real Terraform', () => {
  const moto = motoWithStates(ADDITIONS);
  const proxy = refusingProxy(moto);
  const cli = async (app: TestApp, ...[command = '', ...args]: string[]) => startCli([command, app.directory, ...args]);
  const lostFile = (app: TestApp, stack = 'api') => join(app.directory, '.lost-state', stack, 'errored.tfstate');

  /** An app of one stack, with as many resources as names. */
  function appOf(key: string, ...names: string[]): TestApp {
    const app = new TestApp();
    write(app, key, ...names);
    return app;
  }

  function write(app: TestApp, key: string, ...names: string[]): void {
    const resources = Object.fromEntries(names.map((name) => [name, { input: name }]));
    app.write('api', { resource: { terraform_data: resources } }, { endpoint: proxy.endpoint, key });
  }

  /** Nothing is written to the bucket from now on, or the first times only. */
  function refuseStates(refusal: Refusal, { times = Infinity, lock = true } = {}): void {
    let left = times;
    let refused = false;
    proxy.refuse((method, path) => {
      const state = method === 'PUT' && /\.tfstate(\?|$)/.test(path);
      // Once credentials have ended, the lock is not released either.
      const ended = lock && refusal === EXPIRED && method === 'DELETE' && refused;
      if ((!state && !ended) || left <= 0) return undefined;
      refused = true;
      left -= 1;
      return refusal;
    });
  }

  afterEach(() => proxy.refuse(() => undefined));

  /** @param lock whether it stays locked, too */
  async function loseState(app: TestApp, lock = true): Promise<string> {
    refuseStates(EXPIRED, { lock });
    const deploy = await cli(app, 'deploy');
    proxy.refuse(() => undefined);
    expect(deploy.exitCode).toBe(1);
    return String(deploy.stderr);
  }

  /** A run whose credentials have ended cannot release its lock either. */
  async function unlock(app: TestApp): Promise<void> {
    const refused = await cli(app, 'recover');
    expect(refused.stderr).toContain('is locked by');
    const [, lock = ''] = /npx nx unlock \S+ --stack=api --lock=(\S+)/.exec(String(refused.stderr)) ?? [];
    expect(await cli(app, 'unlock', '--stack=api', '--lock', lock)).toMatchObject({ exitCode: 0 });
  }

  it('writes it again when the bucket takes it, and goes on', async () => {
    const app = appOf('again', 'one', 'two');
    refuseStates(ACCESS_DENIED, { times: 2 });

    const deploy = await cli(app, 'deploy');
    const plan = await cli(app, 'plan');

    expect(deploy).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('2 added, 0 changed, 0 destroyed') });
    expect(deploy.stderr).toContain('the state could not be written; trying again in 1 s');
    expect(deploy.stderr).toContain('the state is written, at attempt 2');
    expect(plan).toMatchObject({ exitCode: 0, stdout: 'api\n  no changes' });
    expect(existsSync(join(app.directory, '.lost-state'))).toBe(false);
  });

  it('keeps it when credentials expire in the middle, and nothing plans before it is recovered', async () => {
    const app = new TestWorkspace().addEnvironment('dev', 'dev');
    write(app, 'expired', 'one', 'two');

    const said = await loseState(app);
    const kept = JSON.parse(readFileSync(lostFile(app), 'utf8')) as { lineage: string; serial: number };
    const stopped = await Promise.all(['plan', 'deploy', 'drift'].map((command) => cli(app, command)));
    const destroyed = await cli(app, 'destroy', '--yes-destroy=dev');
    await unlock(app);
    const recovered = await cli(app, 'recover');
    const plan = await cli(app, 'plan');

    expect(said).toContain('Your AWS credentials have expired');
    expect(said).toContain(`lineage ${kept.lineage}, serial ${kept.serial}`);
    expect(said).toMatch(/terraform_data\.one \([-0-9a-f]{36}\)/);
    expect(said).toContain('npx nx recover');
    expect([...stopped, destroyed].map(({ exitCode }) => exitCode)).toEqual([1, 1, 1, 1]);
    for (const { stderr } of [...stopped, destroyed]) expect(stderr).toContain('has a state that was not written');
    expect(recovered).toMatchObject({ exitCode: 0 });
    expect(recovered.stdout).toContain(`serial ${kept.serial} is written`);
    expect(plan).toMatchObject({ exitCode: 0, stdout: 'api\n  no changes' });
    expect(existsSync(lostFile(app))).toBe(false);
  });

  it('refuses what is not the next state of the stack; the bucket keeps what it has', async () => {
    const app = appOf('refused', 'one');
    await cli(app, 'deploy');
    const stored = await stateOf('refused');
    const { lineage, serial } = JSON.parse(stored) as { lineage: string; serial: number };
    const next = { ...(JSON.parse(stored) as object), serial: serial + 1 };
    const refuses = async (text: string): Promise<string> => {
      writeFile(lostFile(app), text);
      const { exitCode, stderr } = await cli(app, 'recover');
      expect(exitCode).toBe(1);
      expect(await stateOf('refused')).toBe(stored);
      expect(readFileSync(lostFile(app), 'utf8')).toBe(text);
      return String(stderr);
    };

    expect(await refuses(JSON.stringify(next).slice(0, -40))).toContain('it is cut off, or no Terraform state');
    expect(await refuses(JSON.stringify({ ...next, lineage: 'another' }))).toContain(
      `its lineage is another, that of the bucket is ${lineage}`,
    );
    expect(await refuses(JSON.stringify({ ...next, serial: serial - 1 }))).toContain(
      `its serial is ${serial - 1}, the bucket has ${serial}`,
    );
    writeFileSync(join(lostFile(app), '../about.json'), JSON.stringify({ place: 'state/other.tfstate' }));
    expect(await refuses(JSON.stringify(next))).toContain(
      'it is the state of state/other.tfstate, this stack has state/refused.tfstate',
    );
  });

  it('refuses a first state whose resources no stack of that name has', async () => {
    const app = appOf('first', 'one');
    const text = JSON.stringify({
      ...{ version: 4, serial: 1, lineage: 'x', terraform_version: '1.11.4' },
      resources: [{ mode: 'managed', type: 'terraform_data', name: 'foreign', instances: [{ attributes: {} }] }],
    });
    writeFile(lostFile(app), text);

    const { exitCode, stderr } = await cli(app, 'recover');

    expect(exitCode).toBe(1);
    expect(stderr).toContain('the code of api has none of its resources, such as terraform_data.foreign');
  });

  describe('on a runner that will be gone', () => {
    const summary = join(temporaryFolder(), 'summary.md');
    const keep = (app: TestApp) =>
      startCli(['keep-lost-state', app.directory], { env: { GITHUB_STEP_SUMMARY: summary, GITHUB_RUN_ID: '7' } });
    /** As on another machine: what is not committed is not there. */
    const leave = (app: TestApp) => rmSync(join(app.directory, '.lost-state'), { recursive: true });

    it('is put into the bucket; another machine plans nothing before it is recovered from there', async () => {
      const app = appOf('dev/api', 'one', 'two');
      await loseState(app, false);

      const kept = await keep(app);
      leave(app);
      const stopped = await cli(app, 'plan');
      const recovered = await cli(app, 'recover');
      const plan = await cli(app, 'plan');

      expect(kept).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('s3://state/dev/lost/api.tfstate') });
      expect(readFileSync(summary, 'utf8')).toContain('npx nx recover');
      expect(stopped.exitCode).toBe(1);
      expect(stopped.stderr).toMatch(/It is kept in s3:\/\/state\/dev\/lost\/api\.tfstate \(lineage \S+, serial \d+\)/);
      expect(recovered).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/serial \d+ is written/) });
      expect((await moto.object('dev/lost/api.tfstate')).status).toBe(404);
      expect(plan).toMatchObject({ exitCode: 0, stdout: 'api\n  no changes' });
    });

    it('is encrypted for the key of the bootstrap when the bucket takes nothing, and recovered from that file', async () => {
      const workspace = new TestWorkspace();
      const app = workspace.addEnvironment('dev', 'dev');
      write(app, 'sealed', 'one');
      mkdirSync(join(workspace.root, 'apps/bootstrap'));
      noteLostStateKey(workspace.root, 'state', await rsaKey());
      await loseState(app, false);

      refuseStates(EXPIRED);
      const kept = await keep(app);
      proxy.refuse(() => undefined);
      leave(app);
      const file = join(app.directory, 'lost-state/api.encrypted.json');
      const text = readFileSync(file, 'utf8');
      const recovered = await cli(app, 'recover', '--from', file);

      expect(kept.exitCode).toBe(0);
      expect(kept.stdout).toContain('gh run download 7 --name lost-state-dev');
      expect(readFileSync(summary, 'utf8')).toContain('npx nx recover dev --stack=api --from=api.encrypted.json');
      expect(text).not.toContain('terraform_data');
      expect(recovered).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/serial \d+ is written/) });
      expect(JSON.parse(await stateOf('sealed'))).toMatchObject({ resources: [{ name: 'one' }] });
    });

    /** As the bootstrap makes one. */
    async function rsaKey() {
      const kms = new KMSClient({
        region: 'eu-west-1',
        endpoint: moto.endpoint,
        credentials: { accessKeyId: 'emulator', secretAccessKey: 'emulator' },
      });
      const made = await kms.send(new CreateKeyCommand({ KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' }));
      const keyArn = made.KeyMetadata?.Arn ?? '';
      const { PublicKey = new Uint8Array() } = await kms.send(new GetPublicKeyCommand({ KeyId: keyArn }));
      const key = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
      return { keyArn, publicKey: String(key.export({ format: 'pem', type: 'spki' })) };
    }
  });

  async function stateOf(key: string): Promise<string> {
    const scope = 'emulator/20260101/eu-west-1/s3/aws4_request';
    const Authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
    return (await fetch(`${moto.endpoint}/state/${key}.tfstate`, { headers: { Authorization } })).text();
  }
});
