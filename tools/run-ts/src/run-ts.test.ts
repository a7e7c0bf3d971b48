import {
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { Workspace } from '../testing/workspace';

let workspace: Workspace;
beforeEach(() => {
  workspace = new Workspace();
});
afterEach(() => workspace.remove());

const says = (stdout: string) => ({ status: 0, stdout: `${stdout}\n`, stderr: '' });

describe('a program in TypeScript', () => {
  const runFourTimes = () => workspace.runFourTimes();

  it('does the same however much of it is kept', () => {
    expect(runFourTimes()).toEqual(Array.from({ length: 4 }, () => says('good morning, world')));
    expect(workspace.kept).toHaveLength(6);
  });

  it('writes nothing when everything is kept', () => {
    runFourTimes();
    const before = workspace.read();

    workspace.run();

    expect(workspace.read()).toEqual(before);
  });

  it('runs what is there now, whatever was kept', () => {
    runFourTimes();
    workspace.write('libs/stacks/src/who.ts', "export const who: string = 'earth';\n");
    expect(workspace.run()).toEqual(says('good morning, earth'));

    workspace.write('node_modules/greeting/index.js', "exports.greeting = 'good evening';");
    expect(workspace.run()).toEqual(says('good evening, earth'));

    workspace.write('node_modules/greeting/late.js', "exports.greeting = 'good night';");
    workspace.write('node_modules/greeting/package.json', '{ "name": "greeting", "main": "late.js" }');
    expect(workspace.run()).toEqual(says('good night, earth'));
  });

  it('finds a package that lies closer, whatever put it there', () => {
    runFourTimes();
    workspace.write('apps/node_modules/greeting/index.js', "exports.greeting = 'hello';");

    expect(runFourTimes()).toEqual(Array.from({ length: 4 }, () => says('hello, world')));
  });

  it('finds a package that is linked to another one', () => {
    const greeting = workspace.path('node_modules/greeting');
    renameSync(greeting, workspace.path('node_modules/polite'));
    symlinkSync('polite', greeting);
    runFourTimes();
    workspace.write('node_modules/friendly/index.js', "exports.greeting = 'hello';");
    rmSync(greeting);
    symlinkSync('friendly', greeting);

    expect(runFourTimes()).toEqual(Array.from({ length: 4 }, () => says('hello, world')));
  });

  it('runs a file that has the size and the time of another one', () => {
    const index = workspace.path('node_modules/greeting/index.js');
    const { size } = statSync(index);
    // As npm, which gives every file the same time.
    utimesSync(index, 1e9, 1e9);
    runFourTimes();
    writeFileSync(index, "exports.greeting = 'hello';".padEnd(size));
    utimesSync(index, 1e9, 1e9);

    expect(runFourTimes()).toEqual(Array.from({ length: 4 }, () => says('hello, world')));
  });

  it('shares what is kept with a copy that links to its packages', () => {
    runFourTimes();
    const before = workspace.read();
    const copy = new Workspace(workspace);

    expect(copy.run()).toEqual(says('good morning, world'));
    expect(workspace.read()).toEqual(before);
    copy.remove();
  });

  it('keeps code for each set of flags of V8, which refuses that of another', () => {
    const report = `const { Script } = require('node:vm');
      require('node:vm').Script = class extends Script {
        constructor(...args) {
          super(...args);
          if (this.cachedDataRejected !== false) console.log('compiled');
        }
      };`;
    workspace.write('report.cjs', report);
    const flags = '--max-old-space-size=4096';
    const runWith = (NODE_OPTIONS: string) => workspace.run({ NODE_OPTIONS: `${NODE_OPTIONS} -r ./report.cjs` });
    const runBoth = () => [runWith(''), runWith(flags)];
    for (let time = 0; time < 3; time++) runBoth();

    expect(runBoth()).toEqual([says('good morning, world'), says('good morning, world')]);
  });

  it('does not read what another version of itself kept', () => {
    runFourTimes();
    const packages = workspace.path('tools/run-ts/src/packages.cjs');
    const text = readFileSync(packages, 'utf8');
    const renamed = text
      .replace('{ files, lookups,', '{ files, places: lookups,')
      .replace('lookups: lookupsOf', 'places: lookupsOf');
    expect(renamed).toHaveLength(text.length + 'places: '.length - 1);
    writeFileSync(packages, renamed);

    expect(runFourTimes()).toEqual(Array.from({ length: 4 }, () => says('good morning, world')));
  });

  it('runs where nothing can be kept', () => {
    workspace.write('node_modules/.cache', 'a file in place of the folder');

    expect(runFourTimes()).toEqual(Array.from({ length: 4 }, () => says('good morning, world')));
  });

  it('runs again when what was kept is gone', () => {
    runFourTimes();
    rmSync(workspace.path('node_modules/.cache'), { recursive: true });

    expect(runFourTimes()).toEqual(Array.from({ length: 4 }, () => says('good morning, world')));
  });

  it('runs several times at once', async () => {
    const all = ['', '', ''].map(() => 'good morning, world\n');
    expect(await workspace.runAtOnce(3)).toEqual(all);
    expect(await workspace.runAtOnce(3)).toEqual(all);
    expect(await workspace.runAtOnce(3)).toEqual(all);

    expect(workspace.run()).toEqual(says('good morning, world'));
  });

  it('runs when what is kept is damaged', () => {
    runFourTimes();
    const damages = [
      (file: string) => writeFileSync(file, ''),
      (file: string) => writeFileSync(file, 'something else'),
      (file: string) => truncateSync(file, 40),
    ];
    for (const damage of damages) {
      workspace.kept.forEach(damage);
      expect(runFourTimes()).toEqual(Array.from({ length: 4 }, () => says('good morning, world')));
    }
  });
});

describe('an error', () => {
  const who = (text: string) => workspace.write('libs/stacks/src/who.ts', text);
  const shows = (text: string) => {
    const { status, stderr } = workspace.run();
    expect(stderr).toBe(`${text}\n`);
    expect(status).toBe(1);
  };

  it('in the syntax shows its line', () => {
    who('export const who = (\n  1;\n');
    shows('SyntaxError: Expected ")" but found ";"\n  at libs/stacks/src/who.ts:2:4\n  2 |   1;\n    |    ^');
  });

  it('of a value that is not there says how to find its name', () => {
    who('const people: { who?: string } = {};\nexport const who = people.who!.length;\n');
    shows(
      "TypeError: Cannot read properties of undefined (reading 'length')\n  at libs/stacks/src/who.ts:2:32\n" +
        '  2 | export const who = people.who!.length;\n    |                                ^\n' +
        'Something is not there, such as a value whose name is misspelt. `npm run typecheck` names the line.',
    );
  });

  it('of a value of another type says how to find it', () => {
    who("const list = 'email' as never as string[];\nexport const who = list.map(String).join();\n");
    shows(
      'TypeError: list.map is not a function\n  at libs/stacks/src/who.ts:2:25\n' +
        '  2 | export const who = list.map(String).join();\n    |                         ^\n' +
        'A value is of another type than the code expects. `npm run typecheck` names the line.',
    );
  });

  it('of a second construct with the id of the first says what to change', () => {
    who(
      "throw new Error(\"There is already a Construct with name 'admins' in UserPool [users]\");\nexport const who = '';\n",
    );
    shows(
      "There is already a Construct with name 'admins' in UserPool [users]\n  at libs/stacks/src/who.ts:1:7\n" +
        '  1 | throw new Error("There is already a Construct with name \'admins\' in UserPool [users]");\n    |       ^\n' +
        'Give one of the two another id: the first argument of an add method, the second of a constructor.',
    );
  });

  it('with another place shows both lines', () => {
    who(
      "const first = Object.assign(new Error('The first one:'), { name: 'OtherPlace' });\n\n" +
        "throw new Error('There are two.', { cause: first });\nexport const who = '';\n",
    );
    shows(
      'There are two.\n  at libs/stacks/src/who.ts:3:7\n' +
        "  3 | throw new Error('There are two.', { cause: first });\n    |       ^\n" +
        'The first one:\n  at libs/stacks/src/who.ts:1:29\n' +
        "  1 | const first = Object.assign(new Error('The first one:'), { name: 'OtherPlace' });\n    |                             ^",
    );
  });

  it('of an unknown name shows its line in the source, whatever stands above it', () => {
    who('interface Gone {\n  readonly a: string;\n}\n\n// Gone too.\nexport const who: Gone = { a: nobody };\n');
    shows(
      'ReferenceError: nobody is not defined\n  at libs/stacks/src/who.ts:6:31\n' +
        '  6 | export const who: Gone = { a: nobody };\n    |                               ^',
    );
  });
});
