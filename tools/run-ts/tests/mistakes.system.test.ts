import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { WorkspaceCopy } from '@gatehouse/testing/workspace-copy';

const FILE = 'libs/stacks/src/own.ts';

/** A file of a team; its line 9 is the one with the mistake. */
const routes = (line: string) => `import { type Environment } from '@gatehouse/environment';
import { Auth, Integration, RestApi } from '@gatehouse/gateway';
import { EnvironmentStack } from '@gatehouse/platform';
import { type App } from 'cdktf';

export function addApi(app: App, environment: Environment): void {
  const api = new RestApi(new EnvironmentStack(app, 'test', environment), 'api', props(environment));
  const add = (route: string, auth: Auth) => api.addRoute(route as 'GET /', { auth, integration: Integration.mock({ body: {} }) });
  ${line}
  add('GET /', Auth.public('A test'));
}

const props = ({ api: { logs, throttle } }: Environment) => ({
  name: 'test',
  stage: { name: 'test', throttle, accessLog: logs },
});
`;

const main = (environment: string) => `import { environment } from '@gatehouse/platform';
import { IdentityStack } from '@gatehouse/stacks';
import { addApi } from '../../libs/stacks/src/own';

export default environment('${environment}', {}, (app, env) => {
  new IdentityStack(app, env);
  addApi(app, env);
});
`;

let workspace: WorkspaceCopy;
beforeAll(() => {
  workspace = new WorkspaceCopy();
  for (const name of ['dev', 'local']) writeFileSync(workspace.path('apps', name, 'main.ts'), main(name));
});
afterAll(() => workspace.remove());

// Each test writes this file; a copy of its own would load the libraries anew each time.
afterEach(() => rmSync(workspace.path(FILE), { force: true }));

const writeLine = (line: string) => writeFileSync(workspace.path(FILE), routes(line));

/** What a command prints and its exit code. */
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: workspace.root,
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false', NX_TUI: 'false' },
  });
  return { status, printed: stripVTControlCharacters(`${stdout}${stderr}`) };
}

const synth = () => run('-r', './register-ts.cjs', 'apps/main.ts', 'dev');

describe('a mistake in the code of a team', () => {
  it.each([
    ['an unknown name', 'nobody();', 'ReferenceError: nobody is not defined', 9, 3],
    ['a call of nothing', 'Auth.idTokn();', 'TypeError: Auth.idTokn is not a function', 9, 8],
    ['an error of its own', "throw new Error('No owner.');", 'No owner.', 9, 9],
    ['a file that is not there', "require('./gone');", "Cannot find module './gone'", 9, 3],
    ['syntax', 'add(', 'SyntaxError: Expected ")" but found ";"', 10, 38],
  ])('%s is shown with its line and without frames of libraries', (_what, line, message, row, column) => {
    writeLine(line);

    const { status, printed } = synth();

    const [first, at, source, mark] = printed.split('\n');
    expect([first, at]).toEqual([message, `  at ${FILE}:${row}:${column}`]);
    expect(source).toBe(`  ${row} | ${routes(line).split('\n')[row - 1]}`);
    expect(mark).toMatch(/^ +\| +\^$/);
    expect(printed).not.toMatch(/node_modules|node:internal|libs\/(gateway|platform)/);
    expect(printed).not.toContain(workspace.root);
    expect(status).toBe(1);
  });

  it('a prop that a construct refuses is shown with the line that calls it', () => {
    writeLine("add('GET me', Auth.public('A test'));");

    expect(synth().printed).toMatch(
      /^dev-test\/api, route: expected .*\n {2}at libs\/stacks\/src\/own\.ts:8:50\n.*\n.*\n {2}called from libs\/stacks\/src\/own\.ts:9:3\n {2}called from apps\/dev\/main\.ts:7:3/,
    );
  });

  it('what fails inside a construct is shown with the line that calls it first', () => {
    writeLine("api.addRoute('GET /x', undefined as never);");

    expect(synth().printed).toMatch(
      /^TypeError: .*\n {2}at libs\/stacks\/src\/own\.ts:9:7\n.*\n.*\n {2}thrown in libs\/gateway\/src\/.*\n {2}called from apps\/dev\/main\.ts:7:3\nA value is of another type than [^\n]*\n$/,
    );
  });

  it('a package that is not there is shown with what installs it', () => {
    writeLine("require('gone/lib');");

    expect(synth().printed).toMatch(
      /^Cannot find module 'gone\/lib'\n[^]*npm install --save-exact gone -w libs\/stacks\n$/,
    );
  });

  it.each([
    ['nx synth', ['node_modules/.bin/nx', 'synth', 'dev']],
    ['gatehouse check', ['tools/gatehouse/bin/gatehouse.cjs', 'check', 'dev']],
    ['gatehouse plan', ['tools/gatehouse/bin/gatehouse.cjs', 'plan', 'dev']],
    ['npm start', ['tools/gatehouse/bin/gatehouse.cjs', 'start', '--check']],
    ['cdktf synth', ['node_modules/.bin/cdktf', 'synth']],
  ])('reads the same from %s', (_what, command) => {
    writeLine('nobody();');

    const { status, printed } = run(...command);

    // cdktf indents what its app prints.
    expect(printed.replace(/^ +/gm, '')).toContain(
      `ReferenceError: nobody is not defined\nat ${FILE}:9:3\n9 |   nobody();\n|   ^\ncalled from apps/`,
    );
    expect(printed).not.toMatch(/^ +at .*node_modules/m);
    expect(status).toBe(1);
  });
});

describe('what is written', () => {
  const written = (options = '') => {
    const { status } = run(...options.split(' ').filter(Boolean), '-r', './register-ts.cjs', 'apps/main.ts', 'dev');
    expect(status).toBe(0);
    const stacks = ['dev-identity', 'dev-test'];
    return stacks.map((stack) =>
      readFileSync(workspace.path('apps/dev/cdktf.out/stacks', stack, 'cdk.tf.json'), 'utf8'),
    );
  };

  it('is the same however the code is loaded', () => {
    writeLine("add('GET /x', Auth.public('A test'));");
    // Each file by itself.
    const [identity, api] = written('--trace-uncaught');

    expect(api).toContain(`"source": "${FILE}"`);
    for (let time = 0; time < 3; time++) expect(written()).toEqual([identity, api]);
  });
});

describe('a wrong type', () => {
  const writeWrong = () =>
    writeFileSync(
      workspace.path(FILE),
      `${'\n'.repeat(7)}export function addApi(..._given: unknown[]): void {\n  const wrong: number = 'text';\n  void wrong;\n}\n`,
    );

  // The types of AWS's resources take the compiler longest, and are not what this is about.
  beforeAll(() =>
    writeFileSync(
      workspace.path('apps/dev/tsconfig.json'),
      JSON.stringify({ extends: '../../tsconfig.base.json', files: [`../../${FILE}`] }),
    ),
  );

  it.each(['plan', 'review', 'deploy'])('stops %s before Terraform, and not synth', (command) => {
    writeWrong();

    expect(synth()).toEqual({ status: 0, printed: '' });
    const { status, printed } = run('tools/gatehouse/bin/gatehouse.cjs', command, 'dev');
    expect(printed).toMatch(/^Synthesizing dev\nlibs\/stacks\/src\/own\.ts\(9,9\): error TS2322: .*\n$/);
    expect(status).toBe(1);
  });

  it('stops the target plan too', () => {
    writeWrong();

    expect(run('node_modules/.bin/nx', 'plan', 'dev').printed).toContain(`${FILE}(9,9): error TS2322`);
  });
});
