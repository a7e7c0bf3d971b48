import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOnlyCommands, runDocumented } from '../testing/read-only-commands';
import { WorkspaceCopy } from '../testing/workspace';

describe('Nx in a copy of this workspace', () => {
  let workspace: WorkspaceCopy;
  beforeAll(() => {
    workspace = new WorkspaceCopy();
    synthesized();
  });
  afterAll(() => workspace.remove());

  /** Environments that were synthesized anew; the others came from the cache. */
  function synthesized(): string[] {
    const output = workspace.nx('run-many', '-t', 'synth', '-p', 'dev,prod', '--output-style=static');
    const tasks = [...output.matchAll(/^> nx run (\w+):synth( .*cache.*)?$/gm)];
    expect([...new Set(tasks.map(([, app]) => app))].sort()).toEqual(['dev', 'prod']);
    // Nx prints the line twice for the only one that an executor is given.
    return [...new Set(tasks.flatMap(([, app = '', cached]) => (cached ? [] : [app])))].sort();
  }

  const affected = (file: string): string[] =>
    workspace
      .nx('show', 'projects', '--affected', `--files=${file}`, '--with-target=plan')
      .split('\n')
      .filter((app) => ['dev', 'prod'].includes(app))
      .sort();

  it.each([
    ['nothing', undefined, []],
    ["one environment's file", 'environments/prod.json', ['prod']],
    ['the file that both extend', 'environments/base.json', ['dev', 'prod']],
    ['a library', 'libs/cognito/src/user-pool/user-pool.ts', ['dev', 'prod']],
    ['the sources of the archive', 'apps/api/src/index.ts', ['dev', 'prod']],
    ["one app's main.ts", 'apps/dev/main.ts', ['dev']],
    ['a README', 'README.md', []],
  ])('synthesizes what a change of %s changes', (_what, file, expected) => {
    if (file) workspace.append(file, '\n');

    expect(synthesized()).toEqual(expected);
    if (file) expect(affected(file)).toEqual(expected);
  });

  it.each([...readOnlyCommands()])('runs what the docs show of commands that only read: %s', (command, exitCode) => {
    expect(runDocumented(workspace, command)).toMatchObject({ exitCode });
  });

  it('does not synthesize for a change of a test', () => {
    workspace.append('libs/cognito/src/user-pool/user-pool.test.ts', '\n');

    expect(synthesized()).toEqual([]);
  });

  it('compares two environments: nx diff-env dev prod', () => {
    const output = workspace.nx('diff-env', 'dev', 'prod');

    expect(output).toContain('Configuration: ');
    expect(output).toMatch(/identity > mfa\n +dev +"optional"\n +prod +"required"/);
    expect(output).toMatch(/userPools > aws_cognito_user_pool\.users > mfa\n +dev +"OPTIONAL"\n +prod +"ON"/);
    expect(() => workspace.nx('diff-env', 'dev', 'prd')).toThrow();
  });

  it('brings back what was synthesized, and never data, plans or state', () => {
    const app = join(workspace.root, 'apps/dev');
    const manifest = readFileSync(join(app, 'cdktf.out/manifest.json'), 'utf8');
    for (const file of ['.terraform-work/dev-api/plan.tfplan', 'cdktf.out/stacks/dev-api/terraform.tfstate']) {
      mkdirSync(join(app, file, '..'), { recursive: true });
      writeFileSync(join(app, file), 'secret');
    }
    workspace.append('apps/dev/main.ts', '\n');
    expect(synthesized()).toEqual(['dev']);
    rmSync(join(app, 'cdktf.out'), { recursive: true });

    expect(synthesized()).toEqual([]);
    expect(readFileSync(join(app, 'cdktf.out/manifest.json'), 'utf8')).toBe(manifest);
    expect(readdirSync(join(app, 'cdktf.out/stacks/dev-api')).sort()).toEqual(['assets', 'cdk.tf.json']);
    expect(existsSync(join(app, '.terraform-work/dev-api/plan.tfplan'))).toBe(true);
  });

  it('holds the pools of an environment to what was accepted of them: nx accept-schema dev', () => {
    expect(workspace.nx('accept-schema', 'dev')).toContain('new: ');
    expect(workspace.nx('synth', 'dev')).toContain('Successfully ran');
    workspace.replace(
      'libs/stacks/src/identity-stack.ts',
      '      selfSignUp:',
      '      signInWith: { username: true, email: true },\n      selfSignUp:',
    );

    expect(failureOf(() => workspace.nx('synth', 'dev'))).toMatch(
      /apps\/dev\/user-pools\.json, .*aliasAttributes: expected \[\], .*found \["email"\] .*npx nx accept-schema dev/,
    );
    expect(workspace.nx('accept-schema', 'dev')).toContain('aliasAttributes: [], as it was deployed, is now ["email"]');
    expect(workspace.nx('synth', 'dev')).toContain('Successfully ran');
  });

  it('says what mends its own files when they are damaged', () => {
    const database = readdirSync(workspace.path('.nx/workspace-data')).find((file) => file.endsWith('.db'));
    writeFileSync(workspace.path('.nx/workspace-data', database!), 'no database');
    const compare = () => workspace.node('tools/gatehouse/bin/gatehouse.cjs', 'diff-env', 'dev', 'prod');

    expect(compare).toThrow(/"npx nx reset" removes them/);
    workspace.nx('reset');
    expect(compare()).toContain('Configuration: ');
  });
});

/** What a command that fails prints. */
function failureOf(command: () => string): string {
  try {
    return `It did not fail: ${command()}`;
  } catch (error) {
    const { stderr, stdout } = error as { stderr: Buffer; stdout: Buffer };
    return `${stdout.toString()}${stderr.toString()}`;
  }
}
