import { type Check, clientsOf } from './check';

/** An identity pool exchanges the tokens of user clients; guests are let in before they may do something. */
export const identityPool: Check = (environment) => {
  const pool = environment.identity?.identityPool;
  if (!pool) return [];
  const path = ['identity', 'identityPool'];
  const clients = clientsOf(environment);
  return [
    ...(clients.some(({ client }) => client.kind === 'user' || client.kind === undefined)
      ? []
      : [
          {
            path,
            reads: [['clients']],
            expected: 'a client of kind "user", whose ID tokens are exchanged',
            fix: 'Add one, or remove identityPool.',
          },
        ]),
    ...((pool.guestPermissions ?? []).length > 0 && pool.guests !== true
      ? [
          {
            path: [...path, 'guestPermissions'],
            reads: [[...path, 'guests']],
            expected: 'no permissions of guests, because guests is not true',
            fix: 'Remove them, or set guests to true.',
          },
        ]
      : []),
  ];
};
