import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';

export const clientSecretRemoved = differenceRule({
  id: 'client-secret-removed',
  severity: 'high',
  title: 'Client secret removed',
  why: 'Without a secret, everyone who knows the client id, which is public, can use the client.',
  remediation: 'Set generate_secret to true, or create a second client for the app that cannot keep a secret.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html',
  find: ({ clients }) =>
    changed('app client', clients, (before, after, name) => ({
      when: before.hasSecret === true && after.hasSecret === false,
      message: `Anyone who knows the id of ${name} can use it without a secret.`,
      before: 'secret',
      after: 'none',
    })),
});
