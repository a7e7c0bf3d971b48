import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { type InstalledProject } from './installed-project';
import { projectFiles } from './project';

/** The end of the range of `@cdktf/provider-aws`: bindings of version 6 of the provider. */
export const NEWEST_PROVIDER = '@cdktf/provider-aws@21.22.1';

/**
 * Puts the project once more into its folder `newest`, with packages of its own and another provider. What is in neither comes
 * from the folder above, as Node looks for it. Of the provider only what the packages name is unpacked, out of 1500 modules.
 */
export async function withProvider(project: InstalledProject, provider: string): Promise<void> {
  const folder = join(project.folder, 'newest');
  const modules = join(folder, 'node_modules');
  const own = [
    'checks',
    'cognito',
    'construct-kit',
    'environment',
    'functions',
    'gateway',
    'platform',
    'policy',
    'surface',
  ];
  for (const name of own) {
    cpSync(join(project.folder, 'node_modules/@gatehouse', name), join(modules, '@gatehouse', name), {
      recursive: true,
    });
  }
  const target = join(modules, '@cdktf/provider-aws');
  mkdirSync(target, { recursive: true });
  const { stdout } = await execa('npm', ['pack', provider, '--silent', '--prefer-offline'], { cwd: folder });
  const wanted = [...namedModules(join(modules, '@gatehouse'))].map((name) => `package/lib/${name}`);
  await execa('tar', [
    '-xzf',
    join(folder, stdout.trim()),
    '-C',
    target,
    '--strip-components=1',
    'package/package.json',
    ...wanted,
  ]);
  for (const [file, text] of Object.entries(projectFiles())) {
    if (/^[a-z]+\.ts$/.test(file)) writeFileSync(join(folder, file), text);
  }
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
