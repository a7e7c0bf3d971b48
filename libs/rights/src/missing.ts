import { bothRights } from './file';
import { boundaryOf, permissionsOf, type PolicyStatement, type RoleName } from './permissions';
import { type Place } from './place';
import { type EnvironmentRights, type TypeGrants } from './rights';

/** Rights of one environment, with what its types take. */
export interface Granted {
  readonly rights: EnvironmentRights;
  readonly types: TypeGrants;
}

/** An action that is needed and not allowed, and on what. */
export interface Missing {
  readonly action: string;
  readonly resource: string;
}

/** What a role needs and was not given, sorted. */
export function missingRights(role: RoleName, needed: Granted, given: Granted, place: Place): Missing[] {
  const flat = (rights: EnvironmentRights, types: TypeGrants) =>
    Object.values(permissionsOf(role, rights, types, place)).flat();
  // Conditions hold lists, such as whom roles may be given to: what is needed besides makes a longer one.
  return missingIn(flat(bothRights(given.rights, needed.rights), needed.types), flat(given.rights, given.types));
}

/** What roles that a deploy makes need, and their boundary does not let them do. */
export const missingInBoundary = (needed: Granted, given: Granted, place: Place): Missing[] =>
  missingIn(boundaryOf(needed.rights, place), boundaryOf(given.rights, place));

function missingIn(needed: readonly PolicyStatement[], given: readonly PolicyStatement[]): Missing[] {
  const allowed = given.filter(({ Effect }) => Effect === 'Allow').flatMap(pairsOf);
  const wanted = needed.filter(({ Effect }) => Effect === 'Allow').flatMap(pairsOf);
  return wanted
    .filter((want) => !allowed.some((have) => covers(have, want)))
    .map(({ action, resource }) => ({ action, resource }))
    .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

interface Pair extends Missing {
  readonly condition: string;
}

const pairsOf = ({ Action, Condition, Resource }: PolicyStatement): Pair[] =>
  [Action]
    .flat()
    .flatMap((action) =>
      [Resource].flat().map((resource) => ({ action, resource, condition: conditionOf(Condition) })),
    );

const conditionOf = (condition: PolicyStatement['Condition']): string =>
  condition === undefined ? '' : JSON.stringify(condition);

/** Both are written by the same rules, so the same condition is the same text; none is wider than any. */
const covers = (have: Pair, want: Pair): boolean =>
  have.action === want.action &&
  (have.condition === '' || have.condition === want.condition) &&
  (have.resource === want.resource ||
    (have.resource.endsWith('*') && want.resource.startsWith(have.resource.slice(0, -1))));
