import { Workspace } from '../testing/workspace';

let workspace: Workspace;
beforeEach(() => {
  workspace = new Workspace();
});
afterEach(() => workspace.remove());

const printsAlways = (text: string) =>
  expect(workspace.runFourTimes().map(({ stdout }) => stdout)).toEqual(Array.from({ length: 4 }, () => `${text}\n`));

describe('what a module exports', () => {
  it('is a plain property', () => {
    workspace.write(
      'apps/main.ts',
      "const checks = require('@gatehouse/checks');\nconsole.log(Object.getOwnPropertyDescriptor(checks, 'join').get);",
    );

    printsAlways('undefined');
  });

  it('is there for modules that import each other in a circle', () => {
    workspace.write('apps/main.ts', "import { one } from './one';\nconsole.log(one());");
    workspace.write(
      'apps/one.ts',
      "import { two } from './two';\nexport const one = () => two();\nexport const name = 'one';",
    );
    workspace.write('apps/two.ts', "import { name } from './one';\nexport const two = () => `two of ${name}`;");

    printsAlways('two of one');
  });
});
