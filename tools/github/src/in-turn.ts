import { type LoadOptions, loadEnvironment } from '@gatehouse/environment';
import { MATRIX } from './tiers';

/**
 * The environments whose drift is looked for today: those that have an account, and where GitHub's matrix does not take all of them, as
 * many as it takes, so that each has its turn.
 *
 * @param day a number that grows by one each day
 * @throws EnvironmentError for a name or a file that is wrong
 */
export function inTurn(names: readonly string[], day: number, options?: LoadOptions): readonly string[] {
  const local = new Set([...new Set(names)].filter((name) => loadEnvironment(name, options).tier === 'local'));
  const deployed = names.filter((name) => !local.has(name));
  if (deployed.length <= MATRIX) return deployed;
  const first = (day * MATRIX) % deployed.length;
  return [...deployed.slice(first), ...deployed.slice(0, first)].slice(0, MATRIX);
}
