import { createHash } from 'node:crypto';
import { type LocalUser } from '@gatehouse/environment';

/** By user name, the hash of a user as the file had it when a pool got it. */
export type KnownUsers = Readonly<Record<string, string>>;

export const knownUsersOf = (users: readonly LocalUser[]): KnownUsers =>
  Object.fromEntries(users.map((user) => [user.username, hashOf(user)]));

/** Whether the file says the same of the user as when it was last read: then what the user changed since stays. */
export const isKnown = (known: KnownUsers, user: LocalUser): boolean => known[user.username] === hashOf(user);

const hashOf = (user: LocalUser): string => createHash('sha256').update(JSON.stringify(user)).digest('hex');
