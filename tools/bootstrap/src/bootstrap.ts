import { openReporter } from '@gatehouse/local-tools/console';
import { emulators } from '@gatehouse/local-tools/emulators-for-commands';
import { findTerraform, withEmulator } from '@gatehouse/terraform';
import { type Bootstrapped, bootstrapTarget } from './run/bootstrap-target';
import { refuseOldRights, renewal } from './rights/renew';
import { stackOf, synthesize } from './synthesize';
import { selectTargets } from './targets';
import { appOf } from './workspace';

/**
 * Bootstraps the account and region of an environment, or everything in the account of the credentials.
 *
 * @param environment @default - every target of the account that the credentials belong to
 * @throws an error whose message says what failed, why, and what to do
 */
export function bootstrap(environment: string | undefined): Promise<Bootstrapped[]> {
  if (environment === undefined) return bootstrapSelected(environment);
  const folders = [appOf(environment)];
  const command = `gatehouse bootstrap --environment=${environment}`;
  const use = { emulators, folders, command, changes: true, printError: console.error };
  return withEmulator(use, () => bootstrapSelected(environment));
}

async function bootstrapSelected(environment: string | undefined): Promise<Bootstrapped[]> {
  const progress = openReporter();
  const binary = await progress.step('Terraform', async (step) => {
    const found = await findTerraform();
    step.found(`${found.product} ${found.version}`);
    return found;
  });
  for (const notice of binary.notices) console.error(notice);
  const { caller, targets } = await progress.step('AWS account', async (step) => {
    const selected = await selectTargets(environment);
    step.found(`AWS account ${selected.caller.account}, as ${selected.caller.arn}`);
    return selected;
  });
  await progress.step('Rights', async () => refuseOldRights(renewal()));
  const stacks = await progress.step('Synthesize', () => synthesize());
  const done: Bootstrapped[] = [];
  for (const target of targets) {
    const partition = caller.arn.split(':')[1] ?? 'aws';
    done.push(await bootstrapTarget({ target, stack: stackOf(stacks, target), partition, binary, progress }));
  }
  return done;
}
