import { execFile, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const original = resolve(__dirname, '../../..');

const PROGRAM = ['-r', './register-ts.cjs', 'apps/main.ts'];

const MAIN = `import { greeting } from 'greeting';
import { join } from '@gatehouse/checks';
import { who } from '../libs/stacks/src/who';

console.log(join(greeting, who));
`;

/** A workspace with one program, `apps/main.ts`, one library of ours, one file of the team and one third-party package. */
export class Workspace {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'gatehouse-run-ts-')));

  /** @param packages of this one, by links @default - its own */
  constructor(packages?: Workspace) {
    for (const file of ['register-ts.cjs', 'tools/run-ts/src']) {
      cpSync(join(original, file), this.path(file), { recursive: true });
    }
    if (packages) this.link(packages);
    else this.install();
    this.write('libs/stacks/src/who.ts', "export const who: string = 'world';\n");
    this.write('libs/checks/package.json', '{ "name": "@gatehouse/checks", "exports": { ".": "./src/index.ts" } }');
    this.write('libs/checks/src/index.ts', "export * from './join';\n");
    this.write('libs/checks/src/join.ts', "export const join = (...words: string[]) => words.join(', ');\n");
    mkdirSync(this.path('node_modules/@gatehouse'));
    symlinkSync('../../libs/checks', this.path('node_modules/@gatehouse/checks'));
    this.write('apps/main.ts', MAIN);
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
    const { status, stdout, stderr } = spawnSync(process.execPath, PROGRAM, { ...this.options(env), encoding: 'utf8' });
    return { status, stdout, stderr };
  }

  /** Without anything kept, with what the first run knew, with the code of V8, and once more. */
  runFourTimes() {
    return Array.from({ length: 4 }, () => this.run());
  }

  /** What several runs at once print. */
  runAtOnce(count: number): Promise<string[]> {
    const run = promisify(execFile);
    const options = this.options({});
    const runs = Array.from({ length: count }, () => run(process.execPath, PROGRAM, options));
    return Promise.all(runs.map(async (each) => (await each).stdout));
  }

  private options(env: NodeJS.ProcessEnv) {
    return { cwd: this.root, env: { PATH: process.env.PATH, ...env } };
  }

  /** Content of each file that is kept. */
  read(): string[] {
    return this.kept.map((file) => readFileSync(file, 'base64'));
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
