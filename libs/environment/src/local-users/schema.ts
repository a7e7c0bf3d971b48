import { z } from 'zod';
import { list, object, record, text } from '../schema/fields';

const username = text(
  /^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u,
  '1 to 128 characters without spaces',
  'What the person signs in with: an e-mail address where the pool takes those. https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html',
);

/** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-policies.html */
const password = text(
  /^\S(.{4,254}\S)$/u,
  '6 to 256 characters that do not begin or end with a space',
  'For this laptop only: it is in Git, so it must be no password of AWS. The policy of the pool holds for it.',
);

const group = text(
  /^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u,
  'the name of a group: 1 to 128 characters without spaces',
  'A group; it is made where the pool has none of that name.',
);

const attributes = record(
  {
    pattern: /^(custom:[\w.-]{1,20}|[a-z][a-z_]{1,30})$/,
    expected: 'the name of an attribute, such as name or custom:plan',
  },
  z.string().meta({ description: 'Its value, as text.' }),
  'Attributes of the person, such as name. `email` is the user name where that is an address, and counts as verified.',
).default({});

const user = object('One person.', {
  username,
  password,
  groups: list(group, 'Groups that the person is in.').default([]),
  attributes,
});

/** The one definition of what `users.json` of the local app may say. */
export const localUsersSchema = z.strictObject({
  users: list(user, 'People of every user pool, made at each start. Without any, each pool has a demo user.')
    .default([])
    .superRefine((users, context) => {
      users.forEach(({ username: name }, index) => {
        const first = users.findIndex((other) => other.username.toLowerCase() === name.toLowerCase());
        const message = `a user name that no other user has; users[${first}] has it too`;
        if (first !== index) context.addIssue({ code: 'custom', path: [index, 'username'], message });
      });
    }),
});

/** A user that `npm start` makes in the emulator. */
export type LocalUser = z.output<typeof user>;
