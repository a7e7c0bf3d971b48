import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { WorkspaceCopy } from '../../../testing/workspace';
import { addOrders } from '../../../testing/orders';

const init = ['g', '@gatehouse/nx-cdktf:init', 'acme', '--owners', '@acme/platform', '--repository', 'acme/doors'];

/** Packages whose unit tests read nothing but their own folder: they are the same in every repository. */
const READ_NOTHING_ELSE =
  '\\.system\\.test|/node_modules/|libs/(checks|cognito|functions|gateway|policy|rights|surface)/|tools/(local|plan-review)/';

/** Runs a command at the top of a copy. */
function run(workspace: WorkspaceCopy, file: string, ...args: string[]): string {
  const env = { ...process.env, NX_DAEMON: 'false', FORCE_COLOR: '0', TERRAFORM_BINARY_NAME: 'terraform' };
  return execFileSync(file, args, { cwd: workspace.root, env, stdio: ['ignore', 'pipe', 'pipe'] }).toString();
}

/** What `npm start -- --check` says in its last line but one. */
const checked = (workspace: WorkspaceCopy): string | undefined =>
  /(\d+ of \d+) checks passed/.exec(run(workspace, 'npm', 'start', '--', '--check'))?.[1];

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
    expect(allOf(checked(workspace))).toBe(true);
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
