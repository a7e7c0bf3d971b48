import { bootstrapTargets, type BootstrapTarget } from '@gatehouse/environment';
import { type Caller, whoAmI } from './aws';
import { UserError } from '@gatehouse/cli-kit';

/**
 * What to bootstrap: the account and region of one environment, or everything in the account of the credentials.
 *
 * @throws UserError when credentials and environment, or account, do not fit
 */
export async function selectTargets(
  environment: string | undefined,
): Promise<{ caller: Caller; targets: BootstrapTarget[] }> {
  const all = bootstrapTargets();
  const selected = await (environment === undefined ? ofCredentials(all) : ofEnvironment(all, environment));
  refusePlaceholder(selected.targets);
  return selected;
}

async function ofEnvironment(all: readonly BootstrapTarget[], environment: string) {
  const target = all.find(({ environments }) => environments.some(({ name }) => name === environment));
  if (target === undefined) {
    const known = all.flatMap(({ environments }) => environments.map(({ name }) => name)).sort();
    throw new UserError(`There is no environment "${environment}"; there are: ${known.join(', ')}.`);
  }
  const caller = await whoAmI(target);
  if (caller.account !== target.account) {
    throw new UserError(
      `The credentials are of account ${caller.account} (${caller.arn}), but environment "${environment}" is in ` +
        `${target.account}: use credentials of that account, or correct "account" in environments/${environment}.json.`,
    );
  }
  return { caller, targets: [target] };
}

async function ofCredentials(all: readonly BootstrapTarget[]) {
  const real = all.filter(({ endpoint }) => endpoint === undefined);
  const [first] = real;
  if (first === undefined) {
    throw new UserError('Every environment is emulated: name one, with --environment=<name>.');
  }
  const caller = await whoAmI(first);
  const targets = real.filter(({ account }) => account === caller.account);
  if (targets.length === 0) {
    const accounts = real.map(
      ({ account, environments }) => `  ${account}: ${environments.map(({ name }) => name).join(', ')}`,
    );
    throw new UserError(
      `No environment is in account ${caller.account}, whose credentials these are (${caller.arn}). Environments are in:\n` +
        accounts.join('\n'),
    );
  }
  // The account's identity provider first: the roles of its other regions trust it.
  targets.sort((one, other) => Number(other.makesCiProvider) - Number(one.makesCiProvider));
  return { caller, targets };
}

/**
 * The repository that comes with Gatehouse belongs to someone else; in an emulator that does no harm.
 *
 * @throws UserError when it has not been replaced
 */
export function refusePlaceholder(targets: readonly BootstrapTarget[]): void {
  const placeholder = targets.find(
    ({ endpoint, settings }) => endpoint === undefined && /^example[/@]/.test(settings.github?.repository ?? ''),
  );
  if (placeholder === undefined) return;
  throw new UserError(
    [
      'environments/bootstrap.json  github.repository',
      '  expected  your own repository: its workflows will be allowed to deploy',
      `  found     ${JSON.stringify(placeholder.settings.github?.repository)}`,
      '  to do     Write owner/name of the repository that deploys.',
    ].join('\n'),
  );
}
