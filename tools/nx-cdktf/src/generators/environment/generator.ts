import { join } from 'node:path';
import { environmentName, listEnvironments, loadEnvironment } from '@gatehouse/environment';
import { type GeneratorCallback, type Tree } from '@nx/devkit';
import { UserError } from '@gatehouse/cli-kit';
import { copyRights } from '../rights-file';
import { updateLockFile } from '../update-lock-file';
import { checkEnvironment } from './check-environment';
import { copyApp } from './copy-app';
import { ownDomainPrefix } from './own-domain-prefix';

export interface EnvironmentOptions {
  readonly name: string;
  /** The environment whose file is extended and whose app is copied. */
  readonly from: string;
}

/**
 * Adds an environment that synthesizes at once: a file that extends another environment's and says only what two
 * environments cannot share, and an app.
 *
 * @throws UserError for a name that cannot be used and for an unknown source
 * @throws EnvironmentError when the source, or what would be made of it, is wrong
 */
export default function environmentGenerator(tree: Tree, { name, from }: EnvironmentOptions): GeneratorCallback {
  refuseName(tree, name);
  const directory = join(tree.root, 'environments');
  refuseSource(tree, from, listEnvironments(directory));
  const { account, api, identity, region } = loadEnvironment(from, { directory });

  const domainPrefix = identity.domainPrefix && ownDomainPrefix(identity.domainPrefix, from, name);
  const file = {
    $schema: './schema.json',
    extends: `./${from}.json`,
    ...(domainPrefix && { identity: { domainPrefix } }),
    // A region has each domain once.
    api: { stage: name, ...(api.domain && { domain: null }) },
  };
  checkEnvironment(directory, name, file);
  tree.write(`environments/${name}.json`, `${JSON.stringify(file, null, 2)}\n`);
  copyApp(tree, from, name);
  copyRights(tree, from, name);

  return () => {
    updateLockFile(tree.root);
    console.log(nextSteps(name, from, `${account} in ${region}`));
  };
}

function refuseName(tree: Tree, name: string): void {
  if (!environmentName.pattern.test(name)) {
    throw new UserError(`"${name}" cannot be the name of an environment.\nUse ${environmentName.rule}.`);
  }
  const taken = [`environments/${name}.json`, `apps/${name}`].find((path) => tree.exists(path));
  if (taken) throw new UserError(`"${name}" is taken: ${taken} exists.\nChoose another name.`);
}

function refuseSource(tree: Tree, from: string, known: readonly string[]): void {
  const usable = known.filter((each) => tree.exists(`apps/${each}/main.ts`));
  if (usable.includes(from)) return;
  throw new UserError(`There is no environment "${from}" to start from.\nUse --from with one of ${usable.join(', ')}.`);
}

const nextSteps = (name: string, from: string, place: string): string => `
"${name}" deploys to account ${place}, like "${from}". What differs goes into environments/${name}.json:
"account" and "state" for an account of its own, "api.cors.allowOrigins" for pages of its own.

  npx nx synth ${name}               writes its Terraform JSON
  npx nx diff-env ${name} ${from}      shows what differs
  npx nx bootstrap bootstrap     once, from an administrator's laptop: the roles that CI plans and deploys it with
`;
