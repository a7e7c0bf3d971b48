import { existsSync } from 'node:fs';
import { EnvironmentError } from '../environment-error';
import { readChecked } from '../read/checked-file';
import { resolvedUsersSchema } from './editor-schema';
import { type LocalUser, localUsersSchema } from './schema';

/**
 * Reads the users that the local environment starts with.
 *
 * @param file its path
 * @param name as a person names it: `apps/local/users.json`
 * @returns none where there is no file
 * @throws EnvironmentError with every problem at once
 */
export function loadLocalUsers(file: string, name: string): readonly LocalUser[] {
  if (!existsSync(file)) return [];
  const { data, problems } = readChecked(file, name, localUsersSchema, resolvedUsersSchema());
  if (data === undefined || problems.length > 0) throw new EnvironmentError('local', problems);
  return data.users;
}
