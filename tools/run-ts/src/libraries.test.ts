import { rmSync, statSync, symlinkSync } from 'node:fs';
import { Workspace } from '../testing/workspace';

const JOIN = 'libs/checks/src/join.ts';

let workspace: Workspace;
beforeEach(() => {
  workspace = new Workspace();
  workspace.runFourTimes();
});
afterEach(() => workspace.remove());

const prints = (stdout: string) => Array.from({ length: 4 }, () => ({ status: 0, stdout: `${stdout}\n`, stderr: '' }));

describe('a library of ours', () => {
  it('runs as it is now, when its size is the same too', () => {
    const { size } = statSync(workspace.path(JOIN));
    workspace.write(JOIN, "export const join = (...words: string[]) => words.join('; ');\n");
    expect(statSync(workspace.path(JOIN)).size).toBe(size);

    expect(workspace.runFourTimes()).toEqual(prints('good morning; world'));
  });

  it('is kept again when it stays as it is', () => {
    workspace.write(JOIN, "export const join = (...words: string[]) => words.join(' and ');\n");
    workspace.runFourTimes();
    const before = workspace.read();

    expect(workspace.runFourTimes()).toEqual(prints('good morning and world'));
    expect(workspace.read()).toEqual(before);
  });

  it('loads a file that is new, and none that is gone', () => {
    workspace.write('libs/checks/src/index.ts', "export * from './words';\n");
    workspace.write('libs/checks/src/words.ts', "export const join = (...words: string[]) => words.join(' + ');\n");
    expect(workspace.runFourTimes()).toEqual(prints('good morning + world'));

    rmSync(workspace.path('libs/checks/src/words.ts'));
    const { status, stderr } = workspace.run();
    expect(stderr).toContain("Cannot find module './words'");
    expect(status).toBe(1);
  });

  it('is found where its package.json says', () => {
    workspace.write('libs/checks/src/other.ts', "export const join = (...words: string[]) => words.join(' or ');\n");
    workspace.write('libs/checks/package.json', '{ "name": "@gatehouse/checks", "exports": "./src/other.ts" }');

    expect(workspace.runFourTimes()).toEqual(prints('good morning or world'));
  });

  it('is found where its link leads', () => {
    workspace.write('libs/policy/package.json', '{ "name": "@gatehouse/checks", "exports": "./src/index.ts" }');
    workspace.write('libs/policy/src/index.ts', "export const join = (...words: string[]) => words.join(' then ');\n");
    const link = workspace.path('node_modules/@gatehouse/checks');
    rmSync(link);
    symlinkSync('../../libs/policy', link);

    expect(workspace.runFourTimes()).toEqual(prints('good morning then world'));
  });

  it('is a module of its own to Node', () => {
    workspace.write(
      'apps/main.ts',
      `import { join } from '@gatehouse/checks';
const { children, exports, loaded, parent, paths } = require.cache[require.resolve('../${JOIN}')]!;
console.log(exports.join === join, loaded, children.length, parent!.filename.slice(-8), paths[0]!.slice(-36));
`,
    );

    expect(workspace.runFourTimes()).toEqual(
      prints('true true 0 index.ts /libs/checks/src/node_modules'.replace(' /', ` ${workspace.root.slice(-7)}/`)),
    );
  });
});

describe('a mistake in a library', () => {
  const results = (line: string) => {
    workspace.write(
      'libs/stacks/src/who.ts',
      "import { join } from '@gatehouse/checks';\n\nexport const who = join('world');\n",
    );
    workspace.write(JOIN, `interface Gone {\n  readonly a: string;\n}\n\n${line}\n`);
    return workspace.runFourTimes();
  };

  it('is shown with its place, however it is loaded', () => {
    const [first, ...others] = results('export const join = (a: string) => a.repeat(-1) as unknown as Gone;');

    expect(first!.stderr).toBe(
      'RangeError: Invalid count value: -1\n  at libs/stacks/src/who.ts:3:20\n' +
        "  3 | export const who = join('world');\n    |                    ^\n" +
        `  thrown in ${JOIN}:5:38\n`,
    );
    expect(others).toEqual([first, first, first]);
  });

  it('in its first statement is shown with its place', () => {
    const [first, ...others] = results('undefined!.toString();\nexport const join = String;');

    expect(first!.stderr).toContain(`\n  at ${JOIN}:5:12\n  at libs/checks/src/index.ts:1:15\n  at apps/main.ts:`);
    expect(others).toEqual([first, first, first]);
  });

  it('is shown by Node with the file that it is in, when the whole stack is asked for', () => {
    results("export const join = () => { throw new Error('Wrong.'); };");

    expect(workspace.run({ NODE_OPTIONS: '--trace-uncaught' }).stderr).toContain(`${JOIN}:`);
  });
});
