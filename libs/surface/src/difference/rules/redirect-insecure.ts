import { addedTo } from '../../model/lists';
import { changed } from '../changed';
import { isInsecure } from '../redirects';
import { differenceRule } from '../../findings/rule';
import { show } from '../show';

export const redirectInsecure = differenceRule({
  id: 'redirect-insecure',
  severity: 'high',
  title: 'Insecure redirect URL added',
  why: 'A redirect carries the code that becomes tokens: over HTTP anyone on the way can read it, and a wildcard lets an attacker choose where it goes.',
  remediation: 'Use full HTTPS addresses; HTTP is for localhost only.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-idp-settings.html',
  sameFactAs: ['insecure-redirect'],
  find: ({ clients }) =>
    changed('app client', clients, (before, after, name) => {
      const added = [
        ...addedTo(before.callbackUrls, after.callbackUrls),
        ...addedTo(before.logoutUrls, after.logoutUrls),
      ].filter(isInsecure);
      return {
        when: added.length > 0,
        message: `Others can read or receive the sign-in codes of users of ${name}: ${added.join(', ')}.`,
        before: show([before.callbackUrls, before.logoutUrls].flat()),
        after: show([after.callbackUrls, after.logoutUrls].flat()),
        of: added,
      };
    }),
});
