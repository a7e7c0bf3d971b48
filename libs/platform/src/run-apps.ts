import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { didYouMean } from '@gatehouse/checks';
import { listEnvironments } from '@gatehouse/environment';
import { type EnvironmentApp } from './environment-app';
import { synthEnvironments } from './synth-environments';

/**
 * Synthesizes apps as a command does: one environment into its own `cdktf.out`, or all of them in one app, for the
 * cdktf command line.
 *
 * @param apps folder of the apps
 * @param name of one environment
 * @default - every environment that has a file and an app
 * @param outdir of that one
 * @default - its own `cdktf.out`
 */
export function runApps(apps: string, name?: string, outdir?: string): void {
  if (name === undefined) synthEnvironments(composed(apps).map((each) => loadApp(apps, each)));
  else synthEnvironments([loadApp(apps, name)], { outdir: outdir ?? join(apps, name, 'cdktf.out') });
}

/**
 * What an environment is made of, as its `main.ts` says.
 *
 * @throws when the file says something else.
 */
export function loadApp(apps: string, name: string): EnvironmentApp {
  const file = join(apps, name, 'main.ts');
  const place = `${basename(dirname(file)) === name ? `apps/${name}` : dirname(file)}/main.ts`;
  if (!existsSync(file)) {
    const known = composed(apps);
    const fix = didYouMean(name, known) ?? `Make it, or name one of ${known.join(', ')}.`;
    throw new Error(`${place}: expected what the environment "${name}" is made of, found no such file. ${fix}`);
  }
  const { default: app } = createRequire(file)(file) as { default?: Partial<EnvironmentApp> };
  if (typeof app?.compose !== 'function') {
    throw new Error(`${place}: expected \`export default environment('${name}', …)\`, found no such export. Add it.`);
  }
  if (app.name !== name) {
    throw new Error(
      `${place}: expected the environment "${name}", as its folder is named, found ${JSON.stringify(app.name)}. ` +
        'Name it so, or rename the folder.',
    );
  }
  return app as EnvironmentApp;
}

function composed(apps: string): string[] {
  const names = new Set(listEnvironments(join(dirname(apps), 'environments')));
  return readdirSync(apps).filter((each) => names.has(each) && existsSync(join(apps, each, 'main.ts')));
}
