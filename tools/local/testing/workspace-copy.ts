import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { execa } from 'execa';
import { workspaceRoot } from '../src/workspace';

const copied = [
  'apps',
  'libs',
  'tools',
  'environments',
  'package.json',
  'register-ts.cjs',
  'cdktf.json',
  'nx.json',
  'tsconfig.base.json',
];
const left = new Set(['node_modules', 'cdktf.out', '.terraform-work', 'dist', 'outputs.json', 'tests']);

/** The sources in a temporary folder, for a test to edit as a user would; third-party packages are shared. */
export class WorkspaceCopy {
  readonly root = mkdtempSync(join(tmpdir(), 'gatehouse-copy-'));

  constructor() {
    for (const name of copied) {
      cpSync(join(workspaceRoot, name), join(this.root, name), {
        recursive: true,
        filter: (source) => !left.has(basename(source)),
      });
    }
    this.linkPackages();
  }

  path(...parts: string[]): string {
    return join(this.root, ...parts);
  }

  /** @throws when the text is not there exactly once, so that a test cannot edit nothing */
  replace(file: string, text: string, by: string): void {
    const before = readFileSync(this.path(file), 'utf8');
    const occurrences = before.split(text).length - 1;
    if (occurrences !== 1) throw new Error(`${file}: expected "${text}" once, found it ${occurrences} times`);
    writeFileSync(
      this.path(file),
      before.replace(text, () => by),
    );
  }

  /** Bundles the Lambda and synthesizes one environment. */
  async synth(environment: string, endpoint: string): Promise<void> {
    const options = { cwd: this.root, env: { GATEHOUSE_AWS_ENDPOINT: endpoint, CDKTF_OUTDIR: '' } };
    await execa('node', ['apps/api/build.mjs'], options);
    await execa('node', ['-r', './register-ts.cjs', `apps/${environment}/main.ts`], options);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Our own packages must lead to the copy, all others to the real ones. */
  private linkPackages(): void {
    const modules = join(workspaceRoot, 'node_modules');
    mkdirSync(this.path('node_modules', '@gatehouse'), { recursive: true });
    for (const name of readdirSync(modules)) {
      if (!['@gatehouse', '.bin', '.cache'].includes(name))
        symlinkSync(join(modules, name), this.path('node_modules', name));
    }
    // Relative links: our own commands lead to the copy, too.
    mkdirSync(this.path('node_modules', '.bin'));
    for (const name of readdirSync(join(modules, '.bin'))) {
      symlinkSync(readlinkSync(join(modules, '.bin', name)), this.path('node_modules', '.bin', name));
    }
    for (const folder of ['apps', 'libs', 'tools']) {
      for (const name of readdirSync(this.path(folder), { withFileTypes: true })) {
        if (!name.isDirectory()) continue;
        const manifest = JSON.parse(readFileSync(this.path(folder, name.name, 'package.json'), 'utf8')) as {
          name: string;
        };
        symlinkSync(this.path(folder, name.name), this.path('node_modules', manifest.name));
        const own = join(workspaceRoot, folder, name.name, 'node_modules');
        if (existsSync(own)) symlinkSync(own, this.path(folder, name.name, 'node_modules'));
      }
    }
  }
}
