import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '@gatehouse/cli-kit';
import { type Environment, placeOf } from '@gatehouse/environment';
import { catalogue, deriveRights, type EnvironmentRights, type StackContent } from '@gatehouse/rights';
import { readStacks } from '@gatehouse/terraform';

/**
 * What each environment needs, as it is synthesized.
 *
 * @param apps folder of the apps
 * @throws UserError for an environment that is not synthesized, and for everything in it that no rights follow from
 */
export function derivedRights(environments: readonly Environment[], apps: string): Record<string, EnvironmentRights> {
  const missing = environments.filter(({ name }) => !existsSync(join(apps, name, 'cdktf.out', 'manifest.json')));
  if (missing.length > 0) {
    throw new UserError(
      `Not synthesized: ${missing.map(({ name }) => name).join(', ')}. Rights follow from what environments synthesize: ` +
        `run "npx nx run-many -t synth -p ${missing.map(({ name }) => name).join(' ')}" first; "npx nx rights bootstrap" does it by itself.`,
    );
  }
  const all = environments.map((environment) => [environment.name, derive(environment, apps)] as const);
  const problems = all.flatMap(([, { problems }]) => problems);
  if (problems.length > 0) throw new UserError(problems.join('\n\n'));
  return Object.fromEntries(all.map(([name, { rights }]) => [name, rights]));
}

function derive(environment: Environment, apps: string) {
  const stacks = readStacks(join(apps, environment.name)).map(({ directory, name }) => {
    return { name, content: readContent(join(directory, 'cdk.tf.json')) };
  });
  return deriveRights(stacks, placeOf(environment), catalogue);
}

function readContent(file: string): StackContent {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as StackContent;
  } catch (cause) {
    throw new UserError(`${file}: expected JSON, found something else. Synthesize it again, with "npx nx synth".`, {
      cause,
    });
  }
}
