import type { Violation } from '../findings/rule';
import type { Found } from '../findings/violations';
import type { Unknown, UserPoolClient } from '../model';
import { addedTo, isWhole } from '../model/lists';
import { changed } from './changed';
import type { Comparison } from './comparison';
import { both } from './pairs';
import { hostOf, isInsecure, isLocal, pageOf } from './redirects';

type Client = UserPoolClient<Unknown>;

/** App clients that stay, and with which people or programs can no longer sign in as they do. */
export function refusedApps({ clients, identityProviders }: Comparison): readonly Violation[] {
  // That a provider is gone is said of the provider.
  const stay = new Set(both(identityProviders).map(({ after }) => after.name));
  return changed('app client', clients, (before, after, name) => [
    ...withoutOauth(before, after, name),
    ...withoutProviders(before, after, name, (provider) => provider === 'COGNITO' || stay.has(provider)),
  ]);
}

function withoutOauth(before: Client, after: Client, name: string): readonly Found[] {
  if (before.oauthEnabled !== true) return [];
  if (after.oauthEnabled === false)
    return [{ message: `Apps of ${name} can no longer sign in on the hosted pages.`, before: 'on', after: 'off' }];
  // One flow in place of another is found by what the new one gives.
  const isSwapped = addedTo(before.oauthFlows, after.oauthFlows).length > 0;
  const flows = goneFrom(before.oauthFlows, after.oauthFlows).filter((flow) => !isSwapped && flow !== 'implicit');
  const hosts = new Set(isWhole(after.callbackUrls) ? after.callbackUrls.map(hostOnly) : []);
  const urls = goneFrom(before.callbackUrls, after.callbackUrls).filter(
    (url) => !isLocal(url) && !isInsecure(url) && !hosts.has(hostOnly(url)),
  );
  return [
    {
      when: flows.length > 0,
      message: `Apps of ${name} that use ${flows.join(', ')} get no more tokens.`,
      before: flows.join(', '),
      after: 'refused',
    },
    {
      when: urls.length > 0,
      severity: 'medium',
      message: `Users of ${name} can no longer sign in at ${urls.map(pageOf).join(', ')}.`,
      before: urls.map(pageOf).join(', '),
      after: 'refused',
    },
  ];
}

function withoutProviders(
  before: Client,
  after: Client,
  name: string,
  stays: (provider: string) => boolean,
): readonly Found[] {
  const gone = goneFrom(before.identityProviders, after.identityProviders).filter(stays);
  return [
    {
      when: gone.length > 0,
      message: `Users of ${gone.join(', ')} can no longer sign in with ${name}.`,
      before: gone.join(', '),
      after: 'refused',
    },
  ];
}

/** Over http or https: what is insecure is found by another rule. */
const hostOnly = (url: string): string => hostOf(url).replace(/^https?:/i, '');

/** Of a list that is not known in places, nothing is certainly gone. */
const goneFrom = (before: Client['oauthFlows'], after: Client['oauthFlows']): readonly string[] =>
  isWhole(after) && after.length > 0 ? addedTo(after, before) : [];
