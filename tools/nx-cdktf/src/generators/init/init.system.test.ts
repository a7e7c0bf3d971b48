import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addOrders } from '../../../testing/orders';
import { NpmStart } from '../../../testing/npm-start';
import { PLAIN_NX, WorkspaceCopy } from '../../../testing/workspace';

const init = ['g', '@gatehouse/nx-cdktf:init', 'acme', '--owners', '@acme/platform', '--repository', 'acme/doors'];

/**
 * Packages whose unit tests read nothing that a team changes: they pass without apps, environments, libs/stacks and .github, so they
 * are the same in every repository.
 */
const READ_NOTHING_ELSE = [
  '\\.system\\.test',
  '/node_modules/',
  '/libs/(bootstrap|checks|cognito|construct-kit|environment|functions|gateway|patterns|platform|policy|rights|surface)/',
  '/tools/(cli-kit|local|nx-cdktf|plan-review|playground|review-catalogue|run-ts|services|users)/',
  '/bench/review/',
  '/tools/terraform/src/(?!app-folders)',
].join('|');

/** Runs a command at the top of a copy. */
function run(workspace: WorkspaceCopy, file: string, ...args: string[]): string {
  const env = { ...process.env, ...PLAIN_NX, TERRAFORM_BINARY_NAME: 'terraform' };
  return execFileSync(file, args, { cwd: workspace.root, env, stdio: ['ignore', 'pipe', 'pipe'] }).toString();
}

/** What `npm start -- --check` says in its last line but one. */
const checked = (workspace: WorkspaceCopy, ...args: string[]): string | undefined =>
  /(\d+ of \d+) checks passed/.exec(run(workspace, 'npm', 'start', '--', '--check', ...args))?.[1];

const allOf = (result: string | undefined): boolean => {
  const [passed, all] = (result ?? '0 of -1').split(' of ').map(Number);
  return passed === all;
};

describe('a repository that a team has made its own, with the sample', () => {
  let workspace: WorkspaceCopy;
  beforeAll(() => {
    workspace = new WorkspaceCopy();
    workspace.commit();
    workspace.nx(...init);
  });
  afterAll(() => workspace.remove());

  it('takes an environment, a second API with a function and a table, a group and a scope', () => {
    workspace.nx('g', '@gatehouse/nx-cdktf:environment', 'qa', '--from', 'staging');
    workspace.nx('g', '@gatehouse/nx-cdktf:service', 'orders');
    addOrders(workspace);
    workspace.nx('rights', 'bootstrap');

    expect(workspace.nx('run-many', '-t', 'typecheck', '-p', '@gatehouse/stacks,local,qa,orders')).toContain('Success');
    const listed = run(workspace, 'npx', 'cdktf', 'list');
    for (const stack of ['local-identity', 'local-api', 'local-orders', 'qa-identity', 'qa-api']) {
      expect(listed).toContain(stack);
    }
    const rights = readFileSync(workspace.path('apps/bootstrap/rights.json'), 'utf8');
    expect(rights).toContain('aws_dynamodb_table');
    expect(rights).not.toContain('gatehouse-dev');
  });

  it('is served, and its smoke test tries the routes of both APIs', () => {
    const result = checked(workspace);
    expect(allOf(result)).toBe(true);
    expect(Number(result?.split(' of ')[1])).toBeGreaterThanOrEqual(45);
  });

  it('has its API as one OpenAPI body, which a generated client calls', async () => {
    const started = new NpmStart(workspace);
    try {
      await started.served();
      const stack = readFileSync(workspace.path('apps/local/cdktf.out/stacks/local-api/cdk.tf.json'), 'utf8');
      expect(stack).not.toContain('"aws_api_gateway_method"');
      await expectClientCalls(workspace, started);
    } finally {
      await started.stop();
    }
  });

  it('has green tests of what is its own', () => {
    const own = ['apps', 'libs/stacks', 'libs/settings', 'libs/rules'];

    expect(() => run(workspace, 'npx', 'jest', ...own, '--selectProjects=unit')).not.toThrow();
  });
});

describe('a repository that a team has made its own, without the sample', () => {
  let workspace: WorkspaceCopy;
  beforeAll(() => {
    workspace = new WorkspaceCopy();
    workspace.commit();
    workspace.nx(...init, '--no-sample');
  });
  afterAll(() => workspace.remove());

  it('has nothing of the sample, and compiles', () => {
    for (const file of ['apps/api', 'libs/stacks/src/routes.ts']) {
      expect([file, existsSync(workspace.path(file))]).toEqual([file, false]);
    }
    expect(workspace.nx('run-many', '-t', 'typecheck', '-p', '@gatehouse/stacks,local')).toContain('Success');
  });

  it('runs, and every unit test that is left passes', () => {
    expect(allOf(checked(workspace))).toBe(true);
    expect(() =>
      run(workspace, 'npx', 'jest', '--selectProjects=unit', `--testPathIgnorePatterns=${READ_NOTHING_ELSE}`),
    ).not.toThrow();
  });

  it('takes the next version by a merge without conflicts', () => {
    const upstream = workspace.git('rev-parse', 'HEAD').trim();
    workspace.git('checkout', '-qb', 'acme');
    workspace.commit();
    workspace.git('checkout', '-qb', 'next', upstream);
    workspace.append('libs/cognito/README.md', '\nThe next version.\n');
    workspace.append('libs/surface/src/index.ts', '\n// The next version.\n');
    workspace.append('.github/workflows/deploy.yml', '\n# The next version.\n');
    workspace.append('README.md', '\nThe next version.\n');
    const manifest = JSON.parse(readFileSync(workspace.path('package.json'), 'utf8')) as { version: string };
    writeFileSync(workspace.path('package.json'), `${JSON.stringify({ ...manifest, version: '0.1.0' }, null, 2)}\n`);
    workspace.commit();
    workspace.git('checkout', '-q', 'acme');

    workspace.git('merge', '-q', '--no-edit', 'next');

    expect(workspace.git('status', '--short')).toBe('');
    expect(readFileSync(workspace.path('libs/cognito/README.md'), 'utf8')).toContain('The next version.');
    expect(readFileSync(workspace.path('environments/base.json'), 'utf8')).toContain('"project": "acme"');
    expect(existsSync(workspace.path('.github/workflows/product.yml'))).toBe(false);
  });
});

interface Outputs {
  readonly apis: Readonly<Record<string, { readonly url: string }>>;
}

/** What `npx nx client` writes. */
type Call = (
  path: string,
  init?: { readonly body: object },
) => Promise<{
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}>;
interface Client {
  createApiClient(options: { readonly baseUrl: string; readonly token: () => string }): Record<'GET' | 'POST', Call>;
}

/** The client of the API is generated, and calls it as a signed-in user and as a machine. */
async function expectClientCalls(workspace: WorkspaceCopy, started: NpmStart): Promise<void> {
  const folder = workspace.path('client');
  workspace.node('tools/gatehouse/bin/gatehouse.cjs', 'client', 'local', '--no-synth', '--out', folder);
  const { createApiClient } = (await import(join(folder, 'local-api/api.ts'))) as Client;
  const { apis } = JSON.parse(readFileSync(workspace.path('apps/local/outputs.json'), 'utf8')) as Outputs;
  const baseUrl = apis['api']!.url;
  const [idToken, accessToken] = [started.token('ID_TOKEN'), started.token('ACCESS_TOKEN', 'reports/write')];
  const user = createApiClient({ baseUrl, token: () => idToken });
  const machine = createApiClient({ baseUrl, token: () => accessToken });

  const me = await user.GET('/me');
  expect(me.response.status).toBe(200);
  expect(me.data).toMatchObject({ claims: { email: expect.stringContaining('@') } });
  expect((await machine.GET('/me')).response.status).toBe(401);

  const made = await machine.POST('/reports', { body: { title: 'May' } });
  expect(made.response.status).toBe(201);
  expect(made.data).toMatchObject({ title: 'May' });
  const refused = await machine.POST('/reports', { body: { title: '' } });
  expect(refused.response.status).toBe(400);
  expect(refused.error).toEqual({ message: 'Invalid request body' });
}
