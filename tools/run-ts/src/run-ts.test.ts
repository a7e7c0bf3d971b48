import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const original = resolve(__dirname, '../../..');

/** A workspace with one program, `apps/main.ts`, and one third-party package. */
class Workspace {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'gatehouse-run-ts-')));

  /** @param packages of this one, by links @default - its own */
  constructor(packages?: Workspace) {
    for (const file of ['register-ts.cjs', 'tools/run-ts/src']) {
      cpSync(join(original, file), this.path(file), { recursive: true });
    }
    if (packages) this.link(packages);
    else this.install();
    this.write('libs/stacks/src/who.ts', "export const who: string = 'world';\n");
    this.write(
      'apps/main.ts',
      "import { greeting } from 'greeting';\nimport { who } from '../libs/stacks/src/who';\n\nconsole.log(`${greeting}, ${who}`);\n",
    );
  }

  private install(): void {
    this.write('node_modules/greeting/package.json', '{ "name": "greeting", "main": "index.js" }');
    this.write('node_modules/greeting/index.js', "exports.greeting = 'good morning';");
    // A copy, because what is kept is next to it.
    cpSync(realpathSync(join(original, 'node_modules/esbuild')), this.path('node_modules/esbuild'), {
      recursive: true,
    });
    symlinkSync(join(original, 'node_modules/@esbuild'), this.path('node_modules/@esbuild'));
  }

  private link(packages: Workspace): void {
    mkdirSync(this.path('node_modules'));
    for (const name of ['greeting', 'esbuild', '@esbuild']) {
      symlinkSync(packages.path(join('node_modules', name)), this.path(join('node_modules', name)));
    }
  }

  path(file: string): string {
    return join(this.root, file);
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  run(env: NodeJS.ProcessEnv = {}) {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-r', './register-ts.cjs', 'apps/main.ts'], {
      cwd: this.root,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...env },
    });
    return { status, stdout, stderr };
  }

  get kept(): string[] {
    const folder = this.path('node_modules/.cache/gatehouse');
    return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((each) =>
      each.isFile() ? [join(each.parentPath, each.name)] : [],
    );
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }
}

let workspace: Workspace;
beforeEach(() => {
  workspace = new Workspace();
});
afterEach(() => workspace.remove());

const says = (stdout: string) => ({ status: 0, stdout: `${stdout}\n`, stderr: '' });

describe('a program in TypeScript', () => {
  /** Without anything kept, with what the first run knew, with the code of V8, and once more. */
  const runFourTimes = () => Array.from({ length: 4 }, () => workspace.run());

  it('does the same however much of it is kept', () => {
    expect(runFourTimes()).toEqual(Array.from({ length: 4 }, () => says('good morning, world')));
    expect(workspace.kept).toHaveLength(3);
  });

  it('writes nothing when everything is kept', () => {
    runFourTimes();
    const read = () => workspace.kept.map((file) => readFileSync(file, 'base64'));
    const before = read();

    workspace.run();

    expect(read()).toEqual(before);
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
    const read = () => workspace.kept.map((file) => readFileSync(file, 'base64'));
    const before = read();
    const copy = new Workspace(workspace);

    expect(copy.run()).toEqual(says('good morning, world'));
    expect(read()).toEqual(before);
    copy.remove();
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

  it('runs when what is kept is damaged', () => {
    runFourTimes();
    const [first = '', second = '', third = ''] = workspace.kept;
    writeFileSync(first, '');
    writeFileSync(second, 'something else');
    truncateSync(third, 40);

    expect(runFourTimes()).toEqual(Array.from({ length: 4 }, () => says('good morning, world')));
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

  it('of an unknown name shows its line in the source, whatever stands above it', () => {
    who('interface Gone {\n  readonly a: string;\n}\n\n// Gone too.\nexport const who: Gone = { a: nobody };\n');
    shows(
      'ReferenceError: nobody is not defined\n  at libs/stacks/src/who.ts:6:31\n' +
        '  6 | export const who: Gone = { a: nobody };\n    |                               ^',
    );
  });
});
