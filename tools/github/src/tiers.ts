import { type Environment, type LoadOptions, loadEnvironment } from '@gatehouse/environment';

export type DeployedTier = Exclude<Environment['tier'], 'local'>;

/**
 * Environments by tier, which is the order they are promoted in. Those of tier `local` have no account to deploy to.
 *
 * @throws EnvironmentError for a name or a file that is wrong
 */
export function byTier(names: readonly string[], options?: LoadOptions): Record<DeployedTier, readonly string[]> {
  const all = names.map((name) => ({ name, tier: loadEnvironment(name, options).tier }));
  const of = (tier: DeployedTier): string[] => all.filter((each) => each.tier === tier).map(({ name }) => name);
  return { development: of('development'), staging: of('staging'), production: of('production') };
}
