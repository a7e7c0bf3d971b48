import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { copyEnvironments } from '@gatehouse/testing/environments';
import { execa } from 'execa';
import { isPublished, readPackages, WORKSPACE } from '../src/workspace';
import { projectFiles } from './project';

/** What a project has besides our packages: as here. */
const OTHERS = ['cdktf', 'constructs', '@cdktf/provider-aws', 'typescript', '@types/node'];

/** A project outside of the workspace that has the packages from their tarballs, in a folder with a space in its name. */
export class InstalledProject {
  private readonly top = mkdtempSync(join(tmpdir(), 'gatehouse packages '));
  readonly folder = join(this.top, 'project');
  private readonly packed = join(this.top, 'tarballs');

  /** Builds and packs each published package, and installs all of them at once. */
  async install(): Promise<void> {
    const published = [...readPackages().values()].filter(isPublished);
    const roots = published.map(({ root }) => root);
    await execa(process.execPath, ['-r', './register-ts.cjs', 'tools/packages/src/build/main.ts', ...roots], {
      cwd: WORKSPACE,
    });
    mkdirSync(this.packed);
    await npm(['pack', ...roots.map((root) => `./${root}/dist`), '--pack-destination', this.packed], WORKSPACE);
    this.write({ 'package.json': JSON.stringify({ name: 'elsewhere', private: true }), ...projectFiles() });
    copyEnvironments(this.folder);
    this.writeEnvironment();
    const others = OTHERS.map((name) => `${name}@${versionHere(name)}`);
    await npm(['install', ...QUIET, ...this.tarballs(), ...others], this.folder);
  }

  /** Runs a program of Node in the project. */
  async node(...args: readonly string[]): Promise<string> {
    return (await execa(process.execPath, args, { cwd: this.folder })).stdout;
  }

  /** Runs `tsc` in the project. */
  tsc(...args: readonly string[]): Promise<string> {
    return this.node('node_modules/typescript/bin/tsc', ...args);
  }

  /** Runs a package from its tarball in an empty folder that reaches no registry, as `npx` does. */
  async npx(
    name: string,
    ...args: readonly string[]
  ): Promise<{ readonly exitCode?: number; readonly stdout: string }> {
    const tarball = this.tarballs().find((file) => file.includes(`${name}-0`)) ?? name;
    const folder = mkdtempSync(join(this.top, 'empty '));
    const offline = ['--offline', '--cache', join(this.top, 'cache')];
    return execa('npx', [...offline, '--yes', `--package=${tarball}`, name, ...args], { cwd: folder, reject: false });
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, file)), { recursive: true });
      writeFileSync(join(this.folder, file), text);
    }
  }

  /** An environment without the clients of the sample, which no stack of the project declares. */
  private writeEnvironment(): void {
    const file = 'environments/dev.json';
    const written = JSON.parse(readFileSync(join(this.folder, file), 'utf8')) as object;
    this.write({ [file]: JSON.stringify({ ...written, clients: { app: null, machine: null } }) });
  }

  remove(): void {
    rmSync(this.top, { recursive: true, force: true });
  }

  private readonly tarballs = (): string[] => readdirSync(this.packed).map((file) => join(this.packed, file));
}

const QUIET = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];

const npm = (args: readonly string[], cwd: string): Promise<unknown> => execa('npm', args, { cwd });

const versionHere = (name: string): string =>
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a file of a package, by its name
  (require(join(WORKSPACE, 'node_modules', name, 'package.json')) as { version: string }).version;
