import { type Catalogue } from './catalogue';
import { mergeStatements, sorted } from './merge-statements';
import { type EnvironmentRights, type Rights, type RoleStatement } from './rights';

const none: Rights = { environments: {}, types: {} };

/**
 * The rights that a deployment needs and those that are written down already: a deploy that removes the last queue still
 * needs the right to delete it, so a type stays until it is pruned.
 *
 * @param derived what the environments synthesize now, by environment
 * @param prune whether to keep only what is needed now
 */
export function renewed(
  written: Rights,
  derived: Readonly<Record<string, EnvironmentRights>>,
  catalogue: Catalogue,
  { prune = false } = {},
): Rights {
  const environments = Object.fromEntries(
    sorted(Object.keys(derived)).map((name) => {
      const needed = derived[name]!;
      const before = written.environments[name];
      return [name, prune || before === undefined ? needed : bothRights(before, needed)];
    }),
  );
  const used = sorted(Object.values(environments).flatMap(({ types }) => types));
  const types = used.flatMap((type) => {
    const entry = catalogue[type];
    // What is no longer in the catalogue stays as it is until it is pruned.
    if (entry === undefined) return written.types[type] ? [[type, written.types[type]] as const] : [];
    return [[type, { group: entry.group, grants: entry.grants }] as const];
  });
  return { environments, types: Object.fromEntries(types) };
}

/** The rights of one environment alone, in the same form. */
export function rightsOf({ environments, types }: Rights, name: string): Rights {
  const own = environments[name];
  if (own === undefined) return none;
  const used = own.types.flatMap((type) => (types[type] ? [[type, types[type]] as const] : []));
  return { environments: { [name]: own }, types: Object.fromEntries(used) };
}

/** An environment that has nothing. */
export const noRights: EnvironmentRights = { types: [], values: {}, passedTo: [], boundary: [] };

/** Everything that either has. */
export function bothRights(before: EnvironmentRights, needed: EnvironmentRights): EnvironmentRights {
  const both = (of: (rights: EnvironmentRights) => readonly string[]) => sorted([...of(before), ...of(needed)]);
  const regions = both((rights) => rights.regions ?? []);
  const keys = both(({ values }) => Object.keys(values));
  return {
    types: both(({ types }) => types),
    ...(regions.length > 0 && { regions }),
    values: Object.fromEntries(keys.map((key) => [key, both(({ values }) => values[key] ?? [])])),
    passedTo: both(({ passedTo }) => passedTo),
    boundary: mergeStatements([...before.boundary, ...needed.boundary] as RoleStatement[]),
  };
}
