import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const original = resolve(__dirname, '../../..');

/** A workspace with one program, `apps/main.ts`, and one third-party package. */
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
