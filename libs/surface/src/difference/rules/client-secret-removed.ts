import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf } from '../show';

export const clientSecretRemoved = differenceRule({
  id: 'client-secret-removed',
  severity: 'high',
  title: 'Client secret removed',
  why: 'Without a secret, everyone who knows the client id, which is public, can use the client.',
  remediation:
    'Set generate_secret to true, or create a second client for the app that cannot keep a secret.',
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
