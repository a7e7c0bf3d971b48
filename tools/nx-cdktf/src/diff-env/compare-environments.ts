import { join } from 'node:path';
import { type Environment, loadEnvironment } from '@gatehouse/environment';
import { synthesizedSurface } from '../synthesized-surface';
import { comparableSurface } from './comparable-surface';
import { type Difference, differences } from './differences';

export interface EnvironmentDifferences {
  readonly left: string;
  readonly right: string;
  /** In the environments as resolved, everything they extend merged in. */
  readonly configuration: readonly Difference[];
  /** In what was synthesized: APIs, routes, who may call them, pools, clients. */
  readonly surface: readonly Difference[];
}

/**
 * Compares two environments that are synthesized.
 *
 * @throws EnvironmentError for a wrong environment
 * @throws SetupError when one is not synthesized
 */
export function compareEnvironments(
  workspaceRoot: string,
  left: string,
  right: string,
): EnvironmentDifferences {
  const directory = join(workspaceRoot, 'environments');
  const sides = [left, right].map((name) => loadEnvironment(name, { directory }));
  const surfaces = sides.map((environment) =>
    comparableSurface(synthesizedSurface(join(workspaceRoot, 'apps', environment.name)), environment),
  );
  return {
    left,
    right,
    configuration: differences(...(sides.map(withoutName) as [unknown, unknown])),
    surface: differences(surfaces[0], surfaces[1]),
  };
}

const withoutName = ({ name: _, ...environment }: Environment): unknown => environment;
