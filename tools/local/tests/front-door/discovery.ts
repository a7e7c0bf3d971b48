import { type Row, source } from '../../testing/conformance';
import { type Door } from './door';

const row = (name: string, prove: Row<Door>['prove'], differs?: string): Row<Door> => ({
  name,
  source: source.cognitoGuide('federation-endpoints'),
  prove,
  ...(differs !== undefined && { differs }),
});

const read = async ({ url }: Door, path: string) => {
  const response = await fetch(url + path);
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
};

export const discoveryRows: Row<Door>[] = [
  row(
    'openid-configuration: AWS’s issuer, endpoints of this machine, silent about PKCE',
    async (door) => {
      const { body, headers } = await read(door, `/${door.poolId}/.well-known/openid-configuration`);
      expect(body).toEqual({
        issuer: `https://cognito-idp.eu-west-1.amazonaws.com/${door.poolId}`,
        authorization_endpoint: `${door.url}/oauth2/authorize`,
        token_endpoint: `${door.url}/oauth2/token`,
        userinfo_endpoint: `${door.url}/oauth2/userInfo`,
        revocation_endpoint: `${door.url}/oauth2/revoke`,
        end_session_endpoint: `${door.url}/logout`,
        jwks_uri: `${door.url}/${door.poolId}/.well-known/jwks.json`,
        id_token_signing_alg_values_supported: ['RS256'],
        response_types_supported: ['code', 'token'],
        scopes_supported: ['openid', 'email', 'phone', 'profile'],
        subject_types_supported: ['public'],
        token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      });
      expect(headers.get('access-control-allow-origin')).toBe('*');
    },
    'the endpoints and jwks_uri are on this machine, where AWS names those of the domain and the issuer',
  ),
  row('jwks.json: two keys, for scripts of any origin', async (door) => {
    const { body, headers } = await read(door, `/${door.poolId}/.well-known/jwks.json`);
    const key = { alg: 'RS256', e: 'AQAB', kty: 'RSA', use: 'sig', kid: expect.any(String), n: expect.any(String) };
    expect(body).toEqual({ keys: [key, key] });
    expect(headers.get('access-control-allow-origin')).toBe('*');
  }),
  row('discovery: nothing of another user pool', async (door) => {
    expect((await fetch(`${door.url}/${door.otherPoolId}/.well-known/jwks.json`)).status).toBe(404);
  }),
  row(
    'domain: a user pool without a domain has its endpoints too',
    async (door) => {
      const { body } = await read(door, `/${door.poolId}/.well-known/openid-configuration`);
      expect(body['token_endpoint']).toBe(`${door.url}/oauth2/token`);
    },
    'without them machines would get no tokens in local, where no domain is needed',
  ),
];
