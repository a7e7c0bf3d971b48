import { addedTo } from '../../access/lists';
import { both } from '../pairs';
import { isInsecure } from '../redirects';
import { differenceRule } from '../../findings/rule';
import { nameOf, show } from '../show';

export const redirectInsecure = differenceRule({
  id: 'redirect-insecure',
  severity: 'high',
  title: 'Sign-in sends people to an address that others can read or choose',
  why: 'The callback carries the code that becomes tokens: over http everyone on the way reads it, and a wildcard lets a stranger choose where it goes.',
  remediation: 'Use full https addresses; http is for localhost only.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-idp-settings.html',
  sameFactAs: ['insecure-redirect'],
  find: ({ clients }) =>
    both(clients).flatMap(({ before, after }) => {
      const added = [
        ...addedTo(before.callbackUrls, after.callbackUrls),
        ...addedTo(before.logoutUrls, after.logoutUrls),
      ].filter(isInsecure);
      if (added.length === 0) return [];
      const name = nameOf(after.name, after);
      return [
        {
          at: after,
          subject: `app client ${name}`,
          message: `Others can read or catch what people who sign in to ${name} are sent with: ${added.join(', ')}.`,
          before: show([before.callbackUrls, before.logoutUrls].flat()),
          after: show([after.callbackUrls, after.logoutUrls].flat()),
        },
      ];
    }),
});
