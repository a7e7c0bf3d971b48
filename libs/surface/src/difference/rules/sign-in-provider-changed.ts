import type { IdentityProvider, Table, Unknown } from '../../model';
import { addedTo, knownItems } from '../../model/lists';
import { isUnknown } from '../../model/value';
import { saysWhoMay } from '../../posture/role-attribute';
import { differenceRule } from '../../findings/rule';
import type { Found } from '../../findings/violations';
import { changed } from '../changed';
import { IDENTIFIES } from '../mapped-attributes';
import { poolKeyOf } from '../pool-key';
import { APP, providerSettings, TRUSTED } from '../provider-settings';
import { pageOf } from '../redirects';
import { show } from '../show';

type Provider = IdentityProvider<Unknown>;

export const signInProviderChanged = differenceRule({
  id: 'sign-in-provider-changed',
  severity: 'critical',
  title: 'Identity provider changed',
  why: 'The pool believes a provider about who signs in. With another issuer, or another claim for an address or a role, someone else decides who a user is.',
  remediation: 'Check who runs the new address, and who decides about the claim there.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html',
  find: ({ identityProviders, after: { clients } }) => {
    const used = new Set(
      clients.flatMap((client) => knownItems(client.identityProviders).map((name) => `${poolKeyOf(client)} ${name}`)),
    );
    return changed('identity provider', identityProviders, (before, after, name) => {
      const isUsed = used.has(`${poolKeyOf(after)} ${String(after.name)}`);
      return [
        issuer(before, after, name, isUsed),
        app(before, after, name, isUsed),
        ...differing(before.attributeMapping, after.attributeMapping, isMappedIdentity).map(
          ([key, was, now]): Found => ({
            severity: saysWhoMay(key) || IDENTIFIES.has(key) || key === 'username' ? 'high' : 'medium',
            message: `At each sign-in, ${name} sets ${key} of its users from its claim ${now}.`,
            before: show(was),
            after: show(now),
          }),
        ),
        ...unasked(before, after, name),
        ...providerSettings(before, after, name),
      ];
    });
  },
});

function issuer(before: Provider, after: Provider, name: string, isUsed: boolean): Found {
  const trusted = differing(before.details, after.details, (key) => TRUSTED.includes(key));
  const pages = (side: 1 | 2) => [...new Set(trusted.map((each) => placeIn(each[0], each[side])))].join(', ');
  return {
    when: trusted.length > 0,
    severity: isUsed ? 'critical' : 'high',
    message: `Anyone who controls ${pages(2)} can sign in as any user of ${name} (${trusted.map(([key]) => key).join(', ')}).`,
    before: pages(1),
    after: pages(2),
  };
}

function app(before: Provider, after: Provider, name: string, isUsed: boolean): Found {
  return {
    when: differing(before.details, after.details, (key) => key === APP).length > 0,
    severity: isUsed ? 'critical' : 'high',
    message: `Anyone who controls another app at ${name} decides who signs in through it.`,
    before: 'one app',
    after: 'another app',
  };
}

/** Sign-ins that nobody began here, and addresses whose users are sent to the provider. */
function unasked(before: Provider, after: Provider, name: string): readonly Found[] {
  const [started] = differing(before.details, after.details, (key) => key === 'IDPInit');
  const sent = addedTo(before.identifiers, after.identifiers);
  return [
    {
      when: started !== undefined && started[2] === 'true',
      severity: 'medium',
      message: `A page elsewhere can sign its visitor in through ${name}, with an answer that nobody asked for.`,
      before: show(started?.[1]),
      after: 'true',
    },
    {
      when: sent.length > 0,
      severity: 'medium',
      message: `Users who sign in with an identifier ${sent.join(', ')} are sent to ${name}.`,
      before: show(before.identifiers),
      after: show(after.identifiers),
    },
  ];
}

const isMappedIdentity = (key: string): boolean =>
  IDENTIFIES.has(key) || key === 'username' || key.startsWith('custom:');

/** Entries that are added or another afterwards. What is not known, or AWS fills in, is not evidence. */
function differing(
  before: Table<string, Unknown>,
  after: Table<string, Unknown>,
  isOfInterest: (key: string) => boolean,
) {
  if (isUnknown(before) || isUnknown(after)) return [];
  return Object.entries(after).flatMap(([key, now]) => {
    const was = before[key];
    if (!isOfInterest(key) || isUnknown(was) || isUnknown(now) || was === now) return [];
    return [[key, was, now] as const];
  });
}

const placeIn = (key: string, value: string | undefined): string =>
  value === undefined ? 'none' : key === 'MetadataFile' ? `metadata of ${value.length} characters` : pageOf(value);
