import type { Unknown, UserPoolClient } from '../../model';
import { addedTo } from '../../model/lists';
import { changed } from '../changed';
import { hostOf, isInsecure, isLocal } from '../redirects';
import { differenceRule } from '../../findings/rule';
import type { Found } from '../../findings/violations';
import { show } from '../show';

type Client = UserPoolClient<Unknown>;

export const redirectAdded = differenceRule({
  id: 'redirect-added',
  severity: 'medium',
  title: 'Redirect URL added',
  why: 'Anyone who serves a redirect URL receives the codes that become its users’ tokens; a page after sign-out can ask them for their password.',
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
      if (added.length === 0) return signedOutTo(before, after, name);
      return {
        message: receivers(added, name),
        before: show(before.callbackUrls),
        after: show(after.callbackUrls),
        of: added,
      };
    }),
});

function receivers(added: readonly string[], name: string): string {
  const all = added.join(', ');
  if (added.every(isLocal)) return `Any program on a user’s machine can receive the sign-in codes of ${name}: ${all}.`;
  if (added.every((url) => !/^https?:/i.test(url)))
    return `Any app on a user’s device that claims ${all} can receive the sign-in codes of users of ${name}.`;
  return `Anyone who serves ${all} receives the sign-in codes of users of ${name}.`;
}

/** Where the page after a sign-out may be. */
function signedOutTo(before: Client, after: Client, name: string): Found {
  const hosts = new Set([before.callbackUrls, before.logoutUrls, after.callbackUrls].flat().map(hostOf));
  const added = addedTo(before.logoutUrls, after.logoutUrls).filter(
    (url) => !isInsecure(url) && !isLocal(url) && !hosts.has(hostOf(url)),
  );
  return {
    when: added.length > 0,
    message: `A link to sign out of ${name} can lead users to ${added.join(', ')}.`,
    before: show(before.logoutUrls),
    after: show(after.logoutUrls),
  };
}
