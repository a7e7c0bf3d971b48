import { addedTo } from '../../model/lists';
import { changed } from '../changed';
import { isInsecure, isLocal } from '../redirects';
import { differenceRule } from '../../findings/rule';
import { show } from '../show';

export const redirectAdded = differenceRule({
  id: 'redirect-added',
  severity: 'medium',
  title: 'Redirect URL added',
  why: 'Anyone who serves a redirect URL receives the codes that become its users’ tokens.',
  remediation: 'Keep only addresses of your own pages, and localhost for development.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-idp-settings.html',
  sameFactAs: ['insecure-redirect'],
  find: ({ clients }) =>
    changed('app client', clients, (before, after, name) => {
      // An address on a host that was there before is a page of the same owner.
      const hosts = new Set([before.callbackUrls, before.logoutUrls].flat().map(hostOf));
      const added = addedTo(before.callbackUrls, after.callbackUrls).filter(
        (url) => !isInsecure(url) && !hosts.has(hostOf(url)),
      );
      if (added.length === 0) return undefined;
      return {
        message: added.every(isLocal)
          ? `Any program on a user’s machine can receive the sign-in codes of ${name}: ${added.join(', ')}.`
          : `Anyone who serves ${added.join(', ')} receives the sign-in codes of users of ${name}.`,
        before: show(before.callbackUrls),
        after: show(after.callbackUrls),
        of: added,
      };
    }),
});

const hostOf = (url: unknown): string =>
  typeof url === 'string' ? (/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? url) : '';
