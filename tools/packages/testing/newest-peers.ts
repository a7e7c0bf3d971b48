import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { type InstalledProject } from './installed-project';
import { projectFiles } from './project';

/** The other ends of the ranges of peers; that of the provider is bindings of its version 6. cdktf has one version. */
const NEWEST = { constructs: '10.8.1', '@cdktf/provider-aws': '21.22.1' };

/** They must find the constructs that we find, and not those in the folder above. */
const USERS_OF_CONSTRUCTS = [
  'cdktf',
  ...['checks', 'cognito', 'construct-kit', 'environment', 'functions', 'gateway', 'platform', 'policy', 'surface'].map(
    (name) => `@gatehouse/${name}`,
  ),
];

/**
 * Puts the project once more into its folder `newest`, with packages of its own and the newest peers. What is in neither comes
 * from the folder above, as Node looks for it. Of the provider only what the packages name is unpacked, out of 1500 modules.
 */
export async function withNewestPeers(project: InstalledProject): Promise<void> {
  const folder = join(project.folder, 'newest');
  const modules = join(folder, 'node_modules');
  for (const name of USERS_OF_CONSTRUCTS) {
    cpSync(join(project.folder, 'node_modules', name), join(modules, name), { recursive: true });
  }
  const ofProvider = [...namedModules(join(modules, '@gatehouse'))].map((name) => `package/lib/${name}`);
  await unpack(folder, 'constructs');
  await unpack(folder, '@cdktf/provider-aws', ['package/package.json', ...ofProvider]);
  for (const [file, text] of Object.entries(projectFiles())) {
    if (/^[a-z]+\.ts$/.test(file)) writeFileSync(join(folder, file), text);
  }
}

/** @param wanted of its files @default - all */
async function unpack(folder: string, name: keyof typeof NEWEST, wanted: readonly string[] = []): Promise<void> {
  const target = join(folder, 'node_modules', name);
  mkdirSync(target, { recursive: true });
  const pack = ['pack', `${name}@${NEWEST[name]}`, '--silent', '--prefer-offline'];
  const { stdout } = await execa('npm', pack, { cwd: folder });
  await execa('tar', ['-xzf', join(folder, stdout.trim()), '-C', target, '--strip-components=1', ...wanted]);
}

/** Modules of the provider that files below a folder name; the example of platform names one of its own. */
function namedModules(folder: string): Set<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(js|d\.ts)$/.test(file));
  const names = files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/@cdktf\/provider-aws\/lib\/([a-z0-9-]+)/g)].map(
      ([, name = '']) => name,
    ),
  );
  return new Set([...names, 'sqs-queue']);
}
