import { type Environment } from '@gatehouse/environment';
import { synthesizedEnvironment } from '../synthesized-environment';
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

/** Compares two environments that are synthesized. @throws what `synthesizedEnvironment` throws */
export function compareEnvironments(workspaceRoot: string, left: string, right: string): EnvironmentDifferences {
  const [one, other] = [left, right].map((name) => {
    const { environment, surface } = synthesizedEnvironment(workspaceRoot, name);
    return { configuration: withoutName(environment), surface: comparableSurface(surface, environment) };
  });
  return {
    left,
    right,
    configuration: differences(one?.configuration, other?.configuration),
    surface: differences(one?.surface, other?.surface),
  };
}

const withoutName = ({ name: _, ...environment }: Environment): unknown => environment;
