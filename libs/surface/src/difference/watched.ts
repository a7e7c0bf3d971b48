import type { Located } from '../model';
import { isUnknown, unknown } from '../model/value';
import { hasUnknown } from './became-unknown';
import type { Comparison } from './comparison';
import { both, type Pair } from './pairs';
import { nameOf } from '../model/located';

/** A value that decides about access, on both sides. */
export interface Watched {
  readonly part: Located;
  /** `user pool people` */
  readonly subject: string;
  /** `its MFA` */
  readonly what: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Who gets in at all hangs on it. */
  readonly decides: boolean;
}

/** What decides about access and is unknown afterwards, of what is on both sides. */
export const watched = (comparison: Comparison): Watched[] => [
  ...routes(comparison),
  ...apis(comparison),
  ...identities(comparison),
  ...functions(comparison),
];

const routes = ({ routes, apis }: Comparison): Watched[] => [
  ...both(routes).flatMap(({ before, after }): Watched[] => {
    const [was, now] = [before.guard, after.guard];
    if (!hasUnknown(now)) return [];
    const shared = { part: after, subject: after.title, decides: true };
    if (isUnknown(was) || isUnknown(now))
      return [{ ...shared, what: 'who may call it', before: isUnknown(was) ? was : was.kind, after: now }];
    const scopes = { ...shared, what: 'the scopes it asks for', before: was.scopes, after: now.scopes };
    // An authorizer that is part of the surface is the same by its address.
    if (now.authorizer !== undefined) return [scopes];
    return [scopes, { ...shared, what: 'its authorizer', before: was.authorizerId, after: now.authorizerId }];
  }),
  // Routes of a body that cannot be read are in nobody's list.
  ...both(apis)
    .filter(({ before, after }) => before.api.complete && !after.api.complete)
    .map(({ after }) => ({
      part: after,
      subject: `API ${after.name}`,
      what: 'every route of its OpenAPI body',
      decides: true,
      before: 'body',
      after: unknown(),
    })),
];

const apis = ({ authorizers, apis, apiDomains }: Comparison): Watched[] => [
  ...each('authorizer', authorizers, {
    kind: ({ type }) => type,
    // A pool that is part of the surface is the same by its address.
    issuer: ({ issuers, pools }) =>
      pools.length > 0 && pools.length === (isUnknown(issuers) ? 1 : issuers.length) ? pools : issuers,
    audience: ({ audience }) => audience,
    function: ({ uri }) => uri,
    'token source': ({ sources, expression }) => [sources, expression],
  }).map((found) => ({ ...found, decides: true })),
  ...each('API', apis, {
    'resource policy': ({ kind, api }) => (kind === 'REST' ? api.policy : undefined),
    'default endpoint': ({ api }) => api.defaultEndpointDisabled,
    CORS: ({ api }) => api.cors,
  }),
  ...each('domain', apiDomains, {
    'mutual TLS': (domain) => domain.mutualTls,
    'TLS policy': (domain) => domain.securityPolicy,
    truststore: (domain) => domain.truststore,
  }),
];

const identities = ({ userPools, clients, identityProviders, identityPools, roles }: Comparison): Watched[] => [
  ...each('user pool', userPools, {
    'self sign-up': (pool) => pool.selfSignUp,
    'deletion protection': (pool) => pool.deletionProtection,
    MFA: (pool) => pool.mfa,
    'password policy': (pool) => pool.passwordPolicy,
    'threat protection': (pool) => pool.threatProtection,
    triggers: (pool) => pool.triggers,
    'first factors': (pool) => pool.firstFactors,
    'scopes of groups': (pool) => pool.groupScopes,
  }),
  ...each('identity provider', identityProviders, {
    address: ({ details }) => (isUnknown(details) ? details : [details['oidc_issuer'], details['MetadataURL']]),
    'attribute mapping': (provider) => provider.attributeMapping,
  }),
  ...each('app client', clients, {
    'sign-in flows': (client) => [client.authFlows, client.oauthFlows],
    scopes: (client) => client.scopes,
    'redirect addresses': (client) => [client.callbackUrls, client.logoutUrls],
    'token lifetimes': (client) => [client.accessTokenValidity, client.idTokenValidity, client.refreshTokenValidity],
    'token revocation': (client) => client.tokenRevocation,
    'user existence errors': (client) => client.hidesUserExistence,
  }),
  ...each('identity pool', identityPools, {
    'guest access': (pool) => [pool.guests, pool.classicFlow],
    // A role that is part of the surface is evaluated by itself.
    'guest role': ({ unauthenticatedRole: role }) => role?.role ?? role?.arn,
    'role mappings': (pool) => pool.roleMappings,
    'principal tags': (pool) => pool.principalTags.map(({ tags }) => tags),
  }),
  ...each('role', roles, {
    trust: (role) => role.trust,
    rights: (role) => role.policies.map(({ statements }) => statements),
    boundary: (role) => role.permissionsBoundary,
  }),
];

const functions = ({ functionPermissions, functionUrls }: Comparison): Watched[] => [
  ...each(undefined, functionPermissions, {
    caller: (permission) => permission.principal,
    source: (permission) => permission.sourceArn,
  }),
  ...each(undefined, functionUrls, { authorization: (url) => url.auth }),
];

/**
 * Only what is unknown afterwards, for of the rest nothing is asked.
 *
 * @param kind of things with names; others are called by their address
 */
function each<T extends Located & { readonly name?: unknown }>(
  kind: string | undefined,
  all: readonly Pair<T>[],
  values: Readonly<Record<string, (part: T) => unknown>>,
): Watched[] {
  const reads = Object.entries(values);
  return both(all).flatMap(({ before, after }) =>
    reads.flatMap(([what, read]): Watched[] => {
      const now = read(after);
      if (!hasUnknown(now)) return [];
      const subject = kind === undefined ? after.address : `${kind} ${nameOf(after)}`;
      return [{ part: after, subject, what: `its ${what}`, decides: false, before: read(before), after: now }];
    }),
  );
}
