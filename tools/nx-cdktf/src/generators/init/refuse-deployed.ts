import { UserError } from '@gatehouse/cli-kit';
import { listEnvironments, loadEnvironment } from '@gatehouse/environment';

/** Accounts that nobody has: those of the sample. */
const sample = /^(\d)\1{11}$/;

/**
 * The project's name is in the name of every resource: a new one replaces them all, people included.
 *
 * @throws UserError when an environment is in an account that is not the sample's
 */
export function refuseDeployed(directory: string, former: string): void {
  const own = listEnvironments(directory)
    .map((name) => loadEnvironment(name, { directory }))
    .filter(({ account, endpoint }) => endpoint === undefined && !sample.test(account));
  if (own.length === 0) return;
  const places = own.map(({ account, name }) => `  environments/${name}.json  account ${account}`);
  throw new UserError(
    `The project's name is in the name of every resource, and these environments may be deployed as "${former}":\n` +
      `${places.join('\n')}\n` +
      'A new name replaces what is there: user pools with their people, state buckets, roles.\n' +
      'Use --force if nothing is deployed there, or if that is what you want.',
  );
}
