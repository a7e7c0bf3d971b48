import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Environment, loadEnvironment } from '@gatehouse/environment';
import { SetupError } from './errors';

/** An app's folder and the environment that it deploys. */
export interface EnvironmentApp {
  readonly name: string;
  readonly directory: string;
  readonly environment: Environment;
}

/** What is deployed first may break first: never production. */
const PROMOTION: readonly Environment['tier'][] = ['local', 'development', 'staging', 'production'];

/**
 * The environment that an app deploys: `environments/<app>.json` beside the folder that the app is in.
 *
 * @throws SetupError when there is no such file
 * @throws EnvironmentError when it is wrong
 */
export function environmentApp(directory: string): EnvironmentApp {
  const name = basename(resolve(directory));
  const folder = resolve(directory, '../../environments');
  if (!existsSync(join(folder, `${name}.json`))) {
    throw new SetupError(
      `${join(folder, `${name}.json`)} does not exist, so the tier of "${name}" is unknown. ` +
        'Bring the file back (git log --diff-filter=D -- environments) or name the folder of another app.',
    );
  }
  return { name, directory, environment: loadEnvironment(name, { directory: folder }) };
}

/** By tier: local, development, staging, production; within a tier by name. */
export function inPromotionOrder(apps: readonly EnvironmentApp[]): EnvironmentApp[] {
  const rank = ({ environment }: EnvironmentApp): number => PROMOTION.indexOf(environment.tier);
  return [...apps].sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
}
