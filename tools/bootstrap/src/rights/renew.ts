import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '@gatehouse/cli-kit';
import { type Environment, findDirectory, listEnvironments, loadEnvironment } from '@gatehouse/environment';
import { catalogue, formatRights, readRights, renewed, type Rights } from '@gatehouse/rights';
import { changeLines, changesBetween } from './changes';
import { derivedRights } from './derive';

export interface Renewal {
  readonly file: string;
  readonly written: Rights;
  /** What the file has to say. */
  readonly expected: Rights;
  readonly environments: readonly Environment[];
}

/**
 * The committed rights, and what they have to be.
 *
 * @param prune whether to leave out what no environment needs any more
 * @throws EnvironmentError for a wrong environment file
 * @throws RightsError for a damaged file of rights
 * @throws UserError for an environment that is not synthesized, and for everything in it that no rights follow from
 */
export function renewal({ prune = false } = {}): Renewal {
  const directory = findDirectory();
  const apps = resolve(directory, '..', 'apps');
  const environments = listEnvironments(directory).map((name) => loadEnvironment(name, { directory }));
  const file = join(apps, 'bootstrap', 'rights.json');
  const written = readRights(file);
  const expected = renewed(written, derivedRights(environments, apps), catalogue, { prune });
  return { file, written, expected, environments };
}

export const isNew = ({ expected, written }: Renewal): boolean => formatRights(expected) === formatRights(written);

export const write = ({ expected, file }: Renewal): void => writeFileSync(file, formatRights(expected));

/** What the renewed file lets roles do more and less. */
export const difference = ({ environments, expected, written }: Renewal): string[] =>
  changeLines(changesBetween(written, expected, environments));

/** @throws UserError when the committed file is not what the environments need */
export function refuseOldRights(found: Renewal): void {
  if (isNew(found)) return;
  const lines = difference(found);
  throw new UserError(
    [
      'apps/bootstrap/rights.json is out of date:',
      ...(lines.length > 0
        ? lines.map((line) => `  ${line}`)
        : ['  no environment may do more or less, but the catalogue has changed']),
      'Renew it with "npx nx rights bootstrap", have it reviewed, and commit it. The bootstrap then gives CI what it says.',
    ].join('\n'),
  );
}
