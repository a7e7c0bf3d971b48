import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { findTerraform, readStacks, type Stack, Terraform, type TerraformBinary } from '@gatehouse/terraform';
import { FixtureWorkspace } from '../testing/fixture-workspace';

/** What a person has in the shell when they run Terraform by hand. */
const personal = {
  AWS_ACCESS_KEY_ID: 'AKIAPERSONAL00000000',
  AWS_SECRET_ACCESS_KEY: 'personal-secret',
  AWS_SESSION_TOKEN: 'personal-token',
};

describe('the stacks of an emulated environment', () => {
  let copy: FixtureWorkspace;
  let server: Server;
  let signatures: (string | undefined)[];
  let tokens: unknown[];
  let binary: TerraformBinary;
  let stack: Stack;

  beforeAll(async () => {
    copy = new FixtureWorkspace();
    // Refuses everything: what was sent is enough.
    server = createServer((request, response) => {
      signatures.push(request.headers.authorization);
      tokens.push(request.headers['x-amz-security-token']);
      response.writeHead(403).end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    await copy.synth('local', `http://127.0.0.1:${port}`);
    binary = await findTerraform();
    stack = readStacks(copy.path('apps/local')).find(({ name }) => name === 'local-people')!;
    await new Terraform({ binary, stack }).init({ backend: false });
  });

  beforeEach(() => {
    signatures = [];
    tokens = [];
  });

  afterAll(() => {
    server.close();
    copy.remove();
  });

  it('send made-up credentials from the backend, and none of a person', async () => {
    await terraform('init', '-input=false', '-reconfigure');

    expectMadeUp();
  });

  it('send made-up credentials from the provider, and none of a person', async () => {
    const file = join(stack.directory, 'cdk.tf.json');
    const config = JSON.parse(readFileSync(file, 'utf8')) as { terraform: { backend?: object } };
    delete config.terraform.backend;
    writeFileSync(file, JSON.stringify(config));

    await terraform('plan', '-input=false', '-refresh=false');

    expectMadeUp();
  });

  function expectMadeUp(): void {
    expect(signatures.length).toBeGreaterThan(0);
    for (const signature of signatures) expect(signature).toContain('Credential=test/');
    expect(tokens.filter((token) => token !== undefined)).toEqual([]);
  }

  /** By hand, in the folder of the stack; it must fail, because the server refuses. */
  async function terraform(...args: string[]): Promise<void> {
    const env = { ...personal, TF_DATA_DIR: join(stack.workDirectory, 'data'), CHECKPOINT_DISABLE: '1' };
    await expect(run(binary.command, args, { ...binary.env, ...env }, stack.directory)).rejects.toThrow('403');
  }
});

function run(command: string, args: string[], env: NodeJS.ProcessEnv, cwd: string): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'pipe' });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)));
    child.on('error', fail);
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`${command} ${args.join(' ')}:\n${output}`))));
  });
}
