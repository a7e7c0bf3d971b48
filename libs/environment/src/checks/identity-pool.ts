import { type Check, clientsOf, unless } from './check';

/** An identity pool exchanges the tokens of user clients; guests are allowed before they get permissions. */
export const identityPool: Check = (environment) => {
  const pool = environment.identity?.identityPool;
  if (!pool) return [];
  const path = ['identity', 'identityPool'];
  return [
    ...unless(
      clientsOf(environment).some(({ client }) => (client.kind ?? 'user') === 'user'),
      {
        path,
        reads: [['clients']],
        expected: 'a client of kind "user", whose ID tokens are exchanged',
        fix: 'Add one, or remove identityPool.',
      },
    ),
    ...unless((pool.guestPermissions ?? []).length === 0 || pool.guests === true, {
      path: [...path, 'guestPermissions'],
      reads: [[...path, 'guests']],
      expected: 'no permissions of guests, because guests is not true',
      fix: 'Remove them, or set guests to true.',
    }),
  ];
};
