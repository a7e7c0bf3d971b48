import { loadLocalUsers, type LocalUser } from '@gatehouse/environment';
import { USERS_FILE } from '../up/file-users';
import { runningOf } from '../up/running-of';
import { inWorkspace } from '../workspace';
import { type LiveEnvironment } from './running';

export const readUsers = (): readonly LocalUser[] => loadLocalUsers(inWorkspace(USERS_FILE), USERS_FILE);

/** Makes the users of the file; one that the file has no more stays in the pool. @returns who is there, and a line that says it */
export async function reloadUsers(live: LiveEnvironment): Promise<{ users: readonly string[]; line: string }> {
  const fromFile = Object.keys(live.current.knownUsers);
  const now = await runningOf(live.current, readUsers());
  live.replace(now);
  const users = [...new Set(now.pools.flatMap(({ people }) => people.map(({ username }) => username)))];
  const left = fromFile.filter((name) => !users.includes(name));
  const stay = left.length > 0 ? `; not in ${USERS_FILE} any more, still in the pool: ${left.join(', ')}` : '';
  return { users, line: `Users: ${users.join(', ') || 'none'}${stay}` };
}
