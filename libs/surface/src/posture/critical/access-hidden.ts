import { accessOf } from '../../access/access';
import { postureRule } from '../../findings/rule';
import type { Located, Surface, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { nameOf } from '../../model/located';
import { unknownsIn } from '../../terraform/convert';

export const accessHidden = postureRule({
  id: 'access-hidden',
  severity: 'critical',
  title: 'Access hidden as sensitive',
  why: 'What Terraform marks as sensitive is in no output of a plan, so that no review sees who gets in. A guard, a principal or a policy is no secret.',
  remediation: 'Take the value out of sensitive(), and out of variables that are sensitive.',
  page: 'https://developer.hashicorp.com/terraform/language/functions/sensitive',
  find: (surface) =>
    placesOf(surface).flatMap(({ at, subject, values }) => {
      const hidden = Object.entries(values).flatMap(([what, value]) => (isHidden(value) ? [what] : []));
      return hidden.length === 0
        ? []
        : [
            {
              at,
              subject,
              message: `No review can show who has access by ${subject}: Terraform hides ${hidden.join(', ')} as sensitive.`,
              of: hidden,
            },
          ];
    }),
});

interface Place {
  readonly at: Located;
  readonly subject: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const placesOf = (surface: Surface<Unknown>): readonly Place[] => [
  ...callable(surface),
  ...[...surface.apis].map((api) => named('API', api, { 'its resource policy': api.policy })),
  ...surface.functionPermissions.map((permission) => ({
    at: permission,
    subject: permission.address,
    values: { 'its caller': permission.principal, 'its source': permission.sourceArn },
  })),
  ...identities(surface),
];

function callable(surface: Surface<Unknown>): readonly Place[] {
  const { routes, authorizers } = accessOf(surface);
  return [
    ...routes.map((route) => ({ at: route, subject: route.title, values: { 'who may call it': route.guard } })),
    ...authorizers.map((authorizer) => {
      const { type, issuers, audience, uri } = authorizer;
      return named('authorizer', authorizer, { 'whose tokens it takes': [type, issuers, audience, uri] });
    }),
  ];
}

const identities = (surface: Surface<Unknown>): readonly Place[] => [
  ...surface.userPools.map((pool) =>
    named('user pool', pool, {
      'its self sign-up': pool.selfSignUp,
      'its MFA': pool.mfa,
      'its deletion protection': pool.deletionProtection,
      'its triggers': pool.triggers,
    }),
  ),
  ...surface.clients.map((client) =>
    named('app client', client, {
      'its redirect addresses': [client.callbackUrls, client.logoutUrls],
      'its sign-in flows': [client.authFlows, client.oauthFlows],
      'its scopes': client.scopes,
    }),
  ),
  ...surface.identityProviders.map((provider) => {
    const { details } = provider;
    const address = isUnknown(details) ? details : [details['oidc_issuer'], details['MetadataURL']];
    return named('identity provider', provider, { 'its address': address });
  }),
  ...surface.identityPools.map((pool) => named('identity pool', pool, { 'its guest access': pool.guests })),
  ...surface.roles.map((role) =>
    named('role', role, {
      'its trust': role.trust,
      'its rights': role.policies.map(({ statements }) => statements),
      'its boundary': role.permissionsBoundary,
    }),
  ),
];

const named = (kind: string, at: Located & { readonly name: unknown }, values: Place['values']): Place => ({
  at,
  subject: `${kind} ${nameOf(at)}`,
  values,
});

const isHidden = (value: unknown): boolean => unknownsIn(value).some(({ sensitive }) => sensitive);
