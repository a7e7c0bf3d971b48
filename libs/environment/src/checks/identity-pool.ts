import { type Check, unless } from './check';

/** Guests are allowed before they get permissions. */
export const identityPool: Check = (environment) => {
  const pool = environment.identity?.identityPool;
  if (!pool) return [];
  const path = ['identity', 'identityPool'];
  return unless((pool.guestPermissions ?? []).length === 0 || pool.guests === true, {
    path: [...path, 'guestPermissions'],
    reads: [[...path, 'guests']],
    expected: 'no permissions of guests, because guests is not true',
    fix: 'Remove them, or set guests to true.',
  });
};
