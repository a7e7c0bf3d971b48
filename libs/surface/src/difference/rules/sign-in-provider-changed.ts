import type { Table, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { saysWhoMay } from '../../posture/role-attribute';
import { differenceRule } from '../../findings/rule';
import { changed } from '../changed';
import { show } from '../show';

/** Whose word the pool takes about who someone is. */
const TRUSTED = [
  'oidc_issuer',
  'authorize_url',
  'token_url',
  'jwks_uri',
  'attributes_url',
  'MetadataURL',
  'MetadataFile',
  'client_id',
];
/** What code takes for who someone is. */
const IDENTIFIES = [
  'username',
  'email',
  'email_verified',
  'phone_number',
  'phone_number_verified',
  'preferred_username',
];

export const signInProviderChanged = differenceRule({
  id: 'sign-in-provider-changed',
  severity: 'high',
  title: 'Identity provider changed',
  why: 'The pool believes a provider about who signs in. With another issuer, or another claim for an address or a role, someone else decides who a user is.',
  remediation: 'Check who runs the new address, and who decides about the claim there.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html',
  find: ({ identityProviders }) =>
    changed('identity provider', identityProviders, (before, after, name) => [
      ...differing(before.details, after.details, (key) => TRUSTED.includes(key)).map(([key, was, now]) => ({
        message: `Anyone who controls the new ${key} can sign in as any user of ${name}.`,
        before: short(was),
        after: short(now),
      })),
      ...differing(before.attributeMapping, after.attributeMapping, isMappedIdentity).map(([key, was, now]) => ({
        severity: saysWhoMay(key) || IDENTIFIES.includes(key) ? ('high' as const) : ('medium' as const),
        message: `At each sign-in, ${name} sets ${key} of its users from its claim ${now}.`,
        before: short(was),
        after: short(now),
      })),
    ]),
});

const isMappedIdentity = (key: string): boolean => IDENTIFIES.includes(key) || key.startsWith('custom:');

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

/** A metadata document is long. */
const short = (value: string | undefined): string =>
  value !== undefined && value.length > 100 ? `${value.length} characters` : show(value);
