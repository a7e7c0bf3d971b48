import type { Located } from '../model';
import { isUnknown } from '../model/value';
import { hasUnknown } from './became-unknown';
import type { Comparison } from './comparison';
import { both, type Pair } from './pairs';
import { nameOf } from './show';

/** A value that decides about access, on both sides. */
export interface Watched {
  readonly part: Located;
  /** `user pool people` */
  readonly subject: string;
  /** `the MFA setting` */
  readonly what: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Who gets in at all hangs on it. */
  readonly decides: boolean;
}

/** What decides about access and is unknown afterwards, of what is on both sides. */
export const watched = (comparison: Comparison): Watched[] => [
  ...routes(comparison),
  ...authorizers(comparison),
  ...each(comparison.apis, ({ name }) => `API ${name}`, {
    'resource policy': ({ kind, api }) => (kind === 'REST' ? api.policy : undefined),
    'default endpoint': ({ api }) => api.defaultEndpointDisabled,
    CORS: ({ api }) => api.cors,
  }),
  ...each(comparison.userPools, (pool) => `user pool ${nameOf(pool.name, pool)}`, {
    'self sign-up': (pool) => pool.selfSignUp,
    'deletion protection': (pool) => pool.deletionProtection,
    MFA: (pool) => pool.mfa,
    'password policy': (pool) => pool.passwordPolicy,
    'threat protection': (pool) => pool.threatProtection,
    triggers: (pool) => pool.triggers,
  }),
  ...each(comparison.clients, (client) => `app client ${nameOf(client.name, client)}`, {
    'sign-in flows': (client) => [client.authFlows, client.oauthFlows],
    scopes: (client) => client.scopes,
    'redirect addresses': (client) => [client.callbackUrls, client.logoutUrls],
    'token lifetimes': (client) => [
      client.accessTokenValidity,
      client.idTokenValidity,
      client.refreshTokenValidity,
    ],
    'token revocation': (client) => client.tokenRevocation,
    'user existence errors': (client) => client.hidesUserExistence,
  }),
  ...each(comparison.identityPools, (pool) => `identity pool ${nameOf(pool.name, pool)}`, {
    'guest access': (pool) => [pool.guests, pool.classicFlow],
    // A role that is part of the surface is evaluated by itself.
    'guest role': ({ unauthenticatedRole: role }) => role?.role ?? role?.arn,
    'role mappings': (pool) => pool.roleMappings,
  }),
  ...each(comparison.roles, (role) => `role ${nameOf(role.name, role)}`, {
    trust: (role) => role.trust,
    rights: (role) => role.policies.map(({ statements }) => statements),
    boundary: (role) => role.permissionsBoundary,
  }),
  ...each(comparison.apiDomains, (domain) => `domain ${nameOf(domain.name, domain)}`, {
    'mutual TLS': (domain) => domain.mutualTls,
    'TLS policy': (domain) => domain.securityPolicy,
  }),
  ...each(comparison.functionPermissions, ({ address }) => address, {
    caller: (permission) => permission.principal,
    source: (permission) => permission.sourceArn,
  }),
  ...each(comparison.functionUrls, ({ address }) => address, { authorization: (url) => url.auth }),
];

const routes = ({ routes, apis }: Comparison): Watched[] => [
  ...both(routes).flatMap(({ before, after }): Watched[] => {
    const [was, now] = [before.guard, after.guard];
    if (!hasUnknown(now)) return [];
    const shared = { part: after, subject: after.title, decides: true };
    if (isUnknown(was) || isUnknown(now))
      return [{ ...shared, what: 'who may call it', before: isUnknown(was) ? was : was.kind, after: now }];
    return [
      { ...shared, what: 'the scopes it asks for', before: was.scopes, after: now.scopes },
      // An authorizer that is part of the surface is the same by its address.
      ...(now.authorizer === undefined
        ? [{ ...shared, what: 'its authorizer', before: was.authorizerId, after: now.authorizerId }]
        : []),
    ];
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
      after: { unknown: true, references: [] },
    })),
];

const authorizers = ({ authorizers }: Comparison): Watched[] => [
  ...each(
    authorizers,
    (authorizer) => `authorizer ${nameOf(authorizer.name, authorizer)}`,
    {
      kind: ({ type }) => type,
      // A pool that is part of the surface is the same by its address.
      issuer: ({ issuers, pools }) =>
        pools.length > 0 && pools.length === (isUnknown(issuers) ? 1 : issuers.length) ? pools : issuers,
      audience: ({ audience }) => audience,
      function: ({ uri }) => uri,
      'token source': ({ sources, expression }) => [sources, expression],
    },
    true,
  ),
];

/** Only what is unknown afterwards, for of the rest nothing is asked. */
const each = <T extends Located>(
  all: readonly Pair<T>[],
  subject: (part: T) => string,
  values: Readonly<Record<string, (part: T) => unknown>>,
  decides = false,
): Watched[] => {
  const reads = Object.entries(values);
  return both(all).flatMap(({ before, after }) =>
    reads.flatMap(([what, read]): Watched[] => {
      const now = read(after);
      if (!hasUnknown(now)) return [];
      return [
        {
          part: after,
          subject: subject(after),
          what: `its ${what}`,
          decides,
          before: read(before),
          after: now,
        },
      ];
    }),
  );
};
