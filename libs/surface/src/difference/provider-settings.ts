import type { Found } from '../findings/violations';
import type { IdentityProvider, Unknown } from '../model';
import { isUnknown } from '../model/value';
import { show } from './show';

/** Whose word the pool takes about who someone is. */
export const TRUSTED: readonly string[] = [
  'oidc_issuer',
  'authorize_url',
  'token_url',
  'jwks_uri',
  'attributes_url',
  'MetadataURL',
  'MetadataFile',
];

/** Which app of the provider its answers are for. */
export const APP = 'client_id';

/** Settings of an identity provider that protect what is exchanged with it, and those that no verdict is on. */
export function providerSettings(
  before: IdentityProvider<Unknown>,
  after: IdentityProvider<Unknown>,
  name: string,
): readonly Found[] {
  const [was, now] = [before.details, after.details];
  if (isUnknown(was) || isUnknown(now)) return [];
  const keys = [...new Set([...Object.keys(was), ...Object.keys(now)])].filter((key) => !JUDGED.has(key));
  return keys.flatMap((key): readonly Found[] => {
    const [old, next] = [was[key], now[key]];
    if (old === next || isUnknown(old) || isUnknown(next)) return [];
    const lost = PROTECTS[key];
    if (lost === undefined)
      return [{ severity: 'medium', message: `Setting ${key} of ${name} changes, which no rule judges.` }];
    const isOff = (value: string | undefined): boolean => value === undefined || value === 'false';
    return [
      {
        when: isOff(next) && !isOff(old),
        severity: 'medium',
        message: lost.replace('{name}', name),
        before: show(old),
        after: show(next),
      },
    ];
  });
}

const PROTECTS: Readonly<Record<string, string>> = {
  EncryptedResponses: 'Answers of {name} about users may come without encryption.',
  RequestSigningAlgorithm: 'Requests to {name} are no longer signed: it cannot tell them from those of others.',
};

/** By `sign-in-provider-changed` itself; what AWS fills in; what is hidden; and what only asks the provider for more or less. */
const JUDGED: ReadonlySet<string> = new Set([
  ...[...TRUSTED, APP, 'IDPInit'],
  ...['ActiveEncryptionCertificate', 'SLORedirectBindingURI', 'SSORedirectBindingURI', 'attributes_url_add_attributes'],
  ...['client_secret', 'private_key', 'team_id', 'key_id'],
  ...['authorize_scopes', 'attributes_request_method', 'api_version', 'token_request_method', 'IDPSignout'],
]);
