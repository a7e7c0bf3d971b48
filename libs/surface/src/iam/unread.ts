import { TOO_LARGE } from '@gatehouse/policy';

/** Why a policy says nothing of who can do what: `cannot be read (sensitive)`. */
export const notRead = (reason: string): string =>
  `cannot be ${reason === TOO_LARGE ? 'compared with what it was' : 'read'} (${reason})`;
