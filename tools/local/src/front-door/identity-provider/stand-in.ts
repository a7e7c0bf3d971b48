import { randomBytes } from 'node:crypto';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import type Provider from 'oidc-provider';
import { type Configuration, type JWK } from 'oidc-provider';
import { type DoorProvider } from '../pool';
import { newProvider } from './oidc-library';
import { People } from './people';

/** One provider of one pool, played by a real OpenID provider on this machine. */
export interface StandIn {
  readonly issuer: string;
  readonly name: string;
  readonly people: People;
  readonly provider: Provider;
  readonly callback: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly client: { readonly id: string; readonly secret: string };
}

/** Claims of the standard scopes; https://openid.net/specs/openid-connect-core-1_0.html#ScopeClaims */
const CLAIMS = {
  profile: [
    ...['name', 'family_name', 'given_name', 'middle_name', 'nickname', 'preferred_username', 'profile', 'picture'],
    ...['website', 'gender', 'birthdate', 'zoneinfo', 'locale', 'updated_at'],
  ],
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
  address: ['address'],
};

/**
 * @param redirectUris of the front door, by each name that it has
 */
export async function makeStandIn(
  issuer: string,
  given: DoorProvider,
  redirectUris: readonly string[],
): Promise<StandIn> {
  const people = new People();
  const client = { id: given.clientId || 'client', secret: given.clientSecret || randomBytes(24).toString('hex') };
  const provider = await newProvider(issuer, {
    ...(await keysOf(issuer)),
    ...personsOf(people, given),
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [...redirectUris],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    scopes: ['openid', ...given.scopes.filter((scope) => scope !== 'openid')],
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_context, { uid }) => `${new URL(issuer).pathname}/interaction/${uid}` },
    // A provider asks for consent once; here it is given.
    loadExistingGrant: async ({ oidc }) => {
      const accountId = oidc.session?.accountId;
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId });
      grant.addOIDCScope(String(oidc.params?.['scope'] ?? 'openid'));
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 3600, AuthorizationCode: 60, Grant: 3600, IdToken: 3600, Interaction: 3600, Session: 3600 },
  });
  return { issuer, name: given.name, people, provider, callback: provider.callback() as StandIn['callback'], client };
}

async function keysOf(issuer: string): Promise<Pick<Configuration, 'cookies' | 'jwks'>> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  // Providers share the cookies of the host.
  const prefix = Buffer.from(issuer).toString('base64url').slice(-40);
  return {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' } as JWK] },
    cookies: {
      keys: [randomBytes(24).toString('hex')],
      names: { session: `${prefix}.session`, interaction: `${prefix}.interaction`, resume: `${prefix}.resume` },
    },
  };
}

/** Claims come in the ID token and from userInfo, those of a scope only with it; others that are mapped always. */
function personsOf(people: People, { mappedClaims, subjectClaim }: DoorProvider): Configuration {
  const ofScopes = Object.values(CLAIMS).flat();
  const others = mappedClaims.filter((name) => !ofScopes.includes(name) && name !== 'sub');
  return {
    claims: { ...CLAIMS, openid: ['sub', subjectClaim, ...others] },
    conformIdTokenClaims: false,
    findAccount: (_context, sub) => {
      const claims = people.find(sub);
      return claims && { accountId: sub, claims: () => ({ ...claims, [subjectClaim]: sub, sub }) };
    },
  };
}
