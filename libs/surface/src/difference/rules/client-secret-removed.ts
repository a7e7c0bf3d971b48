import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf } from '../show';

export const clientSecretRemoved = differenceRule({
  id: 'client-secret-removed',
  severity: 'high',
  title: 'A client no longer has to prove who it is',
  why: 'Without a secret, everyone who reads the client id, which is no secret, can use the client as their own.',
  remediation: 'Set generate_secret to true, or make a second client for the app that cannot keep one.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html',
  find: ({ clients }) =>
    both(clients).flatMap(({ before, after }) =>
      before.hasSecret === true && after.hasSecret === false
        ? [
            {
              at: after,
              subject: `app client ${nameOf(after.name, after)}`,
              message: `Anyone who knows the id of ${nameOf(after.name, after)} can use it without a secret.`,
              before: 'secret',
              after: 'none',
            },
          ]
        : [],
    ),
});
