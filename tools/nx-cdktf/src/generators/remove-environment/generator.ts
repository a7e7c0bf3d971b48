import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { listEnvironments } from '@gatehouse/environment';
import { type GeneratorCallback, readJson, type Tree } from '@nx/devkit';
import { UserError } from '@gatehouse/cli-kit';
import { emulators } from '@gatehouse/local-tools/emulators-for-commands';
import { runNx, withEmulator } from '@gatehouse/terraform';
import { removeRights } from '../rights-file';
import { updateLockFile } from '../update-lock-file';
import { type AppliedStack, appliedResources } from './applied-resources';

export interface RemoveEnvironmentOptions {
  readonly name: string;
  /** Remove it although its state cannot be read. @default - refuse */
  readonly forgetState?: boolean;
}

/** Reads the state of an environment as its files now say where it is. */
export type StateReader = (workspaceRoot: string, name: string) => Promise<AppliedStack[]>;

/**
 * Removes an environment's file and app, when its state holds nothing any more.
 *
 * @throws UserError for an unknown environment, one that others extend, one that is still deployed, and one whose state
 * cannot be read (unless `forgetState`)
 */
export default async function removeEnvironmentGenerator(
  tree: Tree,
  { name, forgetState = false }: RemoveEnvironmentOptions,
  readState: StateReader = synthesizeAndRead,
): Promise<GeneratorCallback> {
  const file = `environments/${name}.json`;
  const known = listEnvironments(join(tree.root, 'environments'));
  if (!known.includes(name)) {
    throw new UserError(`There is no environment "${name}" to remove.\nThere are ${known.join(', ')}.`);
  }
  refuseExtended(tree, file);
  const unread = await refuseDeployed(() => readState(tree.root, name), name, forgetState);

  tree.delete(file);
  tree.delete(`apps/${name}`);
  removeRights(tree, name);
  return () => {
    // What Git ignores is not in the tree: synthesized files, Terraform's data and plans.
    rmSync(join(tree.root, 'apps', name), { recursive: true, force: true });
    updateLockFile(tree.root);
    console.log(unread ? forgotten(name) : removed(name));
  };
}

function synthesizeAndRead(workspaceRoot: string, name: string): Promise<AppliedStack[]> {
  const app = join(workspaceRoot, 'apps', name);
  const use = { emulators, folders: [app], command: `nx g remove-environment ${name}`, changes: false };
  return withEmulator({ ...use, printError: console.error }, async () => {
    // An older output may name another place of the state.
    await runNx(workspaceRoot, ['run', `${name}:synth`]);
    return appliedResources(app);
  });
}

function refuseExtended(tree: Tree, file: string): void {
  const extending = tree
    .children('environments')
    .map((child) => `environments/${child}`)
    .filter((other) => other.endsWith('.json') && parentOf(tree, other) === file);
  if (extending.length === 0) return;
  throw new UserError(
    `${file} is extended by ${extending.join(' and ')}.\n` +
      `Let ${extending.length === 1 ? 'it' : 'them'} extend another file first ` +
      `(a file called <name>.base.json holds what several share and is not deployed).`,
  );
}

function parentOf(tree: Tree, file: string): string | undefined {
  const { extends: parent } = readJson<{ extends?: string }>(tree, file);
  return typeof parent === 'string' ? join('environments', parent).replaceAll('\\', '/') : undefined;
}

/** @returns whether the state could not be read, and need not be */
async function refuseDeployed(
  read: () => Promise<AppliedStack[]>,
  name: string,
  forgetState: boolean,
): Promise<boolean> {
  const stacks = await read().catch((error: Error) => {
    if (forgetState) return undefined;
    throw new UserError(cannotRead(name, error));
  });
  const deployed = (stacks ?? []).filter(({ resources }) => resources > 0);
  if (deployed.length > 0) throw new UserError(stillDeployed(name, deployed));
  return stacks === undefined;
}

const stillDeployed = (name: string, stacks: readonly AppliedStack[]): string =>
  `"${name}" is still deployed: ${stacks
    .map(({ stack, resources }) => `${resources} ${resources === 1 ? 'resource' : 'resources'} in ${stack}`)
    .join(', ')}.
Destroy it first, then remove it:
  npx nx destroy ${name}
AWS refuses to delete a user pool under deletion protection: set identity.deletionProtection to false in
environments/${name}.json and run "npx nx deploy ${name}" before.`;

const cannotRead = (name: string, error: Error): string =>
  `The state of "${name}" cannot be read, so it may still be deployed. Nothing was removed.
Correct what is wrong below and try again. If the state is gone for good (its account is closed, its bucket deleted):
  npx nx g @gatehouse/nx-cdktf:remove-environment ${name} --forget-state
What it deployed, if anything, then stays in AWS and has to be deleted by hand.

${error.message}`;

const removed = (name: string): string => `
"${name}" is removed. Its state held no resources; the empty state files stay in the bucket under ${name}/, with their
older versions. Its roles go away with the next "npx nx bootstrap bootstrap".
`;

const forgotten = (name: string): string => `
"${name}" is removed, and its state was not read. Whatever it deployed is tagged Environment=${name} in its account.
`;
