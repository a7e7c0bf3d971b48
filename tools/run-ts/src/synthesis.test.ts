import { Workspace } from '../testing/workspace';

let workspace: Workspace;
beforeEach(() => {
  workspace = new Workspace();
});
afterEach(() => workspace.remove());

const main = (text: string) => workspace.write('apps/main.ts', text);
const printed = () => workspace.runFourTimes().map(({ status, stdout, stderr }) => [status, `${stdout}${stderr}`]);
const fourTimes = (status: number, text: string) => Array.from({ length: 4 }, () => [status, text]);

describe('a synthesis', () => {
  it('ends with what was asked for, after everything that waits', () => {
    main(`process.on('beforeExit', () => console.log('before'));
process.on('exit', () => console.log('exit'));
setTimeout(() => {
  process.exitCode = 3;
}, 10);
`);

    expect(printed()).toEqual(fourTimes(3, 'before\nexit\n'));
  });

  it('prints all of it', () => {
    main("console.log('x'.repeat(300_000));\n");

    expect(workspace.run().stdout).toHaveLength(300_001);
  });

  it.each([
    ['archiver', "archiver('zip'), archiver.version", 'zip packed 7'],
    ['child_process', "archiver.execFileSync('echo', ['hello']).toString().trim()", 'hello'],
    [
      'child_process',
      "Object.hasOwn(archiver, 'gone'), Object.keys({ ...archiver }).includes('execSync')",
      'false true',
    ],
  ])('loads %s for cdktf when it is called', (name, call, result) => {
    workspace.write(
      'node_modules/archiver/index.js',
      "console.log('loaded');\nmodule.exports = (format) => format + ' packed';\nmodule.exports.version = 7;\n",
    );
    workspace.write(
      'node_modules/cdktf/lib/fs.js',
      `const archiver = require('${name}');\nexports.pack = () => [${call}].join(' ');\n`,
    );
    main("import { pack } from 'cdktf/lib/fs';\n\nconsole.log('made');\nconsole.log(pack());\n");

    expect(printed()).toEqual(fourTimes(0, `made\n${name === 'archiver' ? 'loaded\n' : ''}${result}\n`));
  });

  it('keeps packages that name ES modules, and has Node load those that import one', () => {
    workspace.write('node_modules/named/index.js', "/** @type {import('.')} */\nmodule.exports = 'named';\n");
    workspace.write('node_modules/loads/index.js', "module.exports = () => import('esm');\n");
    workspace.write('node_modules/esm/index.mjs', "export const name = 'loaded';\n");
    workspace.write('node_modules/esm/package.json', '{ "name": "esm", "exports": "./index.mjs" }');
    main(`import loads from 'loads';
import named from 'named';

loads().then(({ name }: { name: string }) => console.log(named, name));
`);

    expect(printed()).toEqual(fourTimes(0, 'named loaded\n'));
    const before = workspace.read();
    workspace.run();
    expect(workspace.read()).toEqual(before);
  });
});
