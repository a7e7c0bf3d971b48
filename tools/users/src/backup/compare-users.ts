import { isDeepStrictEqual } from 'node:util';
import { type ExportedUser } from '../model';
import { identitiesOf, type Survey } from '../import/survey';

/** What a user has that an import brings: no value of it is ever printed. */
interface Brought {
  readonly enabled: boolean;
  readonly groups: readonly string[];
  readonly identities: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Compares users that were saved with those that came back.
 *
 * @param nameOf what the pool calls a user: an address where people sign in with theirs
 * @returns a line for each user that is not the same, by the name in the backup
 */
export function compareUsers(saved: Survey, restored: Survey, nameOf: (user: ExportedUser) => string): string[] {
  const found = new Map(restored.users.map((user) => [nameOf(user), user]));
  const lines = saved.users.flatMap((user) => {
    const other = found.get(nameOf(user));
    found.delete(nameOf(user));
    if (other === undefined) return [`user ${user.username} did not come back`];
    const unlike = differing(brought(user, saved), brought(other, restored));
    return unlike.length > 0 ? [`user ${user.username} is not the same: ${unlike.join(', ')}`] : [];
  });
  return [...lines, ...[...found.values()].map(({ username }) => `user ${username} came back, and was not saved`)];
}

const brought = (user: ExportedUser, { members }: Survey): Brought => ({
  enabled: user.enabled,
  groups: [...members].flatMap(([group, names]) => (names.includes(user.username) ? [group] : [])).sort(),
  identities: identitiesOf(user)
    .map(({ providerName, userId }) => `${providerName} ${userId}`)
    .sort(),
  attributes: Object.fromEntries(Object.entries(user.attributes).filter(([name]) => !OF_COGNITO.has(name))),
});

/** Given to each user anew, or compared as identities. */
const OF_COGNITO = new Set(['sub', 'identities']);

function differing(one: Brought, other: Brought): string[] {
  const names = new Set([...Object.keys(one.attributes), ...Object.keys(other.attributes)]);
  return [
    ...(one.enabled === other.enabled ? [] : ['state']),
    ...(isDeepStrictEqual(one.groups, other.groups) ? [] : ['groups']),
    ...(isDeepStrictEqual(one.identities, other.identities) ? [] : ['identities']),
    ...[...names].filter((name) => one.attributes[name] !== other.attributes[name]),
  ];
}
