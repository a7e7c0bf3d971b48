import { type Environment, placeOf } from '@gatehouse/environment';
import {
  type EnvironmentRights,
  type Granted,
  type Missing,
  missingInBoundary,
  missingRights,
  noRights,
  type Rights,
} from '@gatehouse/rights';

/** What one environment's roles may do more or less than before. */
export interface Change {
  readonly environment: string;
  readonly types: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** By who may do it: `plan`, `deploy`, and `boundary` for the roles that a deploy makes. */
  readonly added: Readonly<Record<'plan' | 'deploy' | 'boundary', readonly Missing[]>>;
  readonly removed: Readonly<Record<'plan' | 'deploy' | 'boundary', readonly Missing[]>>;
}

/** Differences between two files of rights, by environment; an environment that may do the same has none. */
export function changesBetween(before: Rights, after: Rights, environments: readonly Environment[]): Change[] {
  return environments
    .map((environment) => changeOf(environment, granted(before, environment), granted(after, environment)))
    .filter((change) => JSON.stringify(change).includes('"action"') || hasTypes(change));
}

function changeOf(environment: Environment, before: Granted, after: Granted): Change {
  const more = (needed: Granted, given: Granted) => ({
    plan: missingRights('plan', needed, given, placeOf(environment)),
    deploy: missingRights('deploy', needed, given, placeOf(environment)),
    boundary: missingInBoundary(needed, given, placeOf(environment)),
  });
  return {
    environment: environment.name,
    types: { added: without(after.rights, before.rights), removed: without(before.rights, after.rights) },
    added: more(after, before),
    removed: more(before, after),
  };
}

const granted = ({ environments, types }: Rights, { name }: Environment): Granted => ({
  rights: environments[name] ?? noRights,
  types,
});

const hasTypes = ({ types }: Change): boolean => types.added.length + types.removed.length > 0;

const without = (one: EnvironmentRights, other: EnvironmentRights): string[] =>
  one.types.filter((type) => !other.types.includes(type));

/** The changes for people, one line each. */
export const changeLines = (changes: readonly Change[]): string[] =>
  changes.flatMap(({ added, environment, removed, types }) => [
    `${environment}:`,
    ...types.added.map((type) => `  + ${type}`),
    ...types.removed.map((type) => `  - ${type}`),
    ...roles.flatMap((role) => added[role].map((each) => `  + ${words[role]} ${each.action} on ${each.resource}`)),
    ...roles.flatMap((role) => removed[role].map((each) => `  - ${words[role]} ${each.action} on ${each.resource}`)),
  ]);

const roles = ['plan', 'deploy', 'boundary'] as const;

const words = { plan: 'plan may', deploy: 'deploy may', boundary: 'its roles may' };
