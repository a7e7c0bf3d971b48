import { spawnSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { WorkspaceCopy } from '@gatehouse/testing/workspace-copy';

const ROUTES = 'libs/stacks/src/routes.ts';
const GET_ME = "api.addRoute('GET /me', { auth: Auth.idToken(), integration });";

describe('a mistake in the code of a team', () => {
  let workspace: WorkspaceCopy;
  beforeEach(() => {
    workspace = new WorkspaceCopy();
  });
  afterEach(() => workspace.remove());

  /** What a command prints and its exit code. */
  function run(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: workspace.root,
      encoding: 'utf8',
      env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
    });
    return { status, printed: stripVTControlCharacters(`${stdout}${stderr}`) };
  }

  const synth = () => run('-r', './register-ts.cjs', 'apps/main.ts', 'dev');

  it.each([
    ['syntax', ROUTES, GET_ME, GET_ME.slice(0, -2), /^SyntaxError: Expected "\)" but found "api"\n {2}at (.*)\n/],
    [
      'an unknown name',
      ROUTES,
      GET_ME,
      'nobody();',
      /^ReferenceError: nobody is not defined\n {2}at (.*)\n {2}16 \| {3}nobody/,
    ],
    [
      'a call of nothing',
      ROUTES,
      'Auth.idToken()',
      'Auth.idTokn()',
      /^TypeError: Auth\.idTokn is not a function\n {2}at (.*)\n/,
    ],
    ['its own error', ROUTES, GET_ME, "throw new Error('No owner.');", /^No owner\.\n {2}at (.*)\n/],
    ['a refused prop', ROUTES, 'GET /me', 'GET me', /^dev-api\/api, route: expected .*\n {2}at (.*)\n/],
    ['a file that is not there', ROUTES, GET_ME, "require('./gone');", /^Cannot find module '\.\/gone'\n {2}at (.*)\n/],
    [
      'a package that is not there',
      ROUTES,
      GET_ME,
      "require('gone/lib');",
      /^Cannot find module 'gone\/lib'\n {2}at (.*)\n[^]*install it: npm install --save-exact gone -w libs\/stacks\n$/,
    ],
    ['the app', 'apps/dev/main.ts', 'users: identity.users', 'users: nobody', /^ReferenceError: .*\n {2}at (.*)\n/],
    [
      'a rule',
      'libs/rules/src/index.ts',
      'export const',
      'nobody;\nexport const',
      /^ReferenceError: .*\n {2}at (.*)\n/,
    ],
  ])('%s is shown with its line, and no frame of a library', (_what, file, text, by, expected) => {
    workspace.replace(file, text, by);

    const { status, printed } = synth();

    expect(printed).toMatch(expected);
    expect(expected.exec(printed)?.[1]).toMatch(new RegExp(`^${file}:\\d+:\\d+$`));
    expect(printed).not.toMatch(/node_modules|node:internal|libs\/gateway/);
    expect(printed).not.toContain(workspace.root);
    expect(status).toBe(1);
  });

  it('in a construct of ours is shown with the line that calls it', () => {
    workspace.replace('apps/dev/main.ts', 'users: identity.users', 'users: undefined as never');

    expect(synth().printed).toMatch(
      /^TypeError: .*\n {2}at libs\/stacks\/src\/api-stack\.ts:.*\n.*\n.*\n {2}thrown in libs\/gateway\/src\/.*\n[^]* {2}called from apps\/dev\/main\.ts/,
    );
  });

  it.each([
    ['nx synth', ['node_modules/.bin/nx', 'synth', 'dev']],
    ['gatehouse check', ['tools/gatehouse/bin/gatehouse.cjs', 'check', 'dev']],
    ['gatehouse plan', ['tools/gatehouse/bin/gatehouse.cjs', 'plan', 'dev']],
    ['cdktf synth', ['node_modules/.bin/cdktf', 'synth']],
    ['npm start', ['tools/gatehouse/bin/gatehouse.cjs', 'start', '--check']],
  ])('reads the same from %s', (_what, command) => {
    workspace.replace(ROUTES, GET_ME, 'nobody();');

    const { status, printed } = run(...command);

    expect(printed).toContain(
      `ReferenceError: nobody is not defined\n  at ${ROUTES}:16:3\n  16 |   nobody();\n     |   ^\n  called from libs/stacks/src/api-stack.ts:`,
    );
    expect(printed).not.toMatch(/^ +at .*node_modules/m);
    expect(status).toBe(1);
  });

  it.each(['plan', 'review', 'deploy'])('of type stops %s before Terraform, and not synth', (command) => {
    workspace.replace(ROUTES, 'Auth.idToken()', '(Auth.idToken() as unknown as string)');

    expect(synth().status).toBe(0);
    const { status, printed } = run('tools/gatehouse/bin/gatehouse.cjs', command, 'dev');
    expect(printed).toMatch(/^Synthesizing dev\nlibs\/stacks\/src\/routes\.ts\(16,29\): error TS2322: .*\n/);
    expect(status).toBe(1);
    expect(run('node_modules/.bin/nx', command, 'dev').printed).toContain(`${ROUTES}(16,29): error TS2322`);
  });
});
