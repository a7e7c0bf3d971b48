import { UserError } from '@gatehouse/cli-kit';
import { type Environment, type LoadOptions, loadEnvironment } from '@gatehouse/environment';

/** Jobs that GitHub takes of a matrix: https://docs.github.com/en/actions/reference/limits */
export const MATRIX = 256;

export type DeployedTier = Exclude<Environment['tier'], 'local'>;

/**
 * Environments by tier, which is the order they are promoted in. Those of tier `local` have no account to deploy to.
 *
 * @throws EnvironmentError for a name or a file that is wrong
 * @throws UserError for more in a tier than GitHub takes of a matrix
 */
export function byTier(names: readonly string[], options?: LoadOptions): Record<DeployedTier, readonly string[]> {
  const all = names.map((name) => ({ name, tier: loadEnvironment(name, options).tier }));
  for (const tier of TIERS) {
    const count = all.filter((each) => each.tier === tier).length;
    if (count > MATRIX) throw new UserError(tooMany(count, tier));
  }
  const of = (tier: DeployedTier): string[] => all.filter((each) => each.tier === tier).map(({ name }) => name);
  return { development: of('development'), staging: of('staging'), production: of('production') };
}

const TIERS: readonly DeployedTier[] = ['development', 'staging', 'production'];

const tooMany = (count: number, tier: DeployedTier): string =>
  `${count} environments of tier ${tier} change at once, and GitHub takes ${MATRIX} jobs of a matrix: ` +
  'change a part of them at a time (docs/ci-at-scale.md).';
