import * as oauth from 'oauth4webapi';
import { type Row, source } from '../../testing/conformance';
import { ADA, asking, CALLBACK, type Client, signIn } from '../front-door/door';
import { REGION, type Scene } from './scene';

const row = (name: string, page: string, prove: Row<Scene>['prove']): Row<Scene> => ({
  name: `oauth4webapi: ${name}`,
  source: source.cognitoGuide(page),
  prove,
});

/** The two lines of docs/local.md: the issuer stays AWS's, its requests go to the front door. */
const local = ({ door }: Scene) => ({
  [oauth.customFetch]: (url: string, init: RequestInit) =>
    fetch(url.replace(`https://cognito-idp.${REGION}.amazonaws.com`, door.url), init),
  [oauth.allowInsecureRequests]: true,
});

async function discover(scene: Scene): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(`https://cognito-idp.${REGION}.amazonaws.com/${scene.door.poolId}`);
  const response = await oauth.discoveryRequest(issuer, local(scene));
  return oauth.processDiscoveryResponse(issuer, response);
}

const clientOf = ({ id }: Client): oauth.Client => ({ client_id: id });

/** Signs in by code with PKCE, on the page. */
async function byCode(scene: Scene) {
  const [server, client, verifier] = [
    await discover(scene),
    clientOf(scene.door.web),
    oauth.generateRandomCodeVerifier(),
  ];
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
  const query = asking(scene.door.web, {
    ...{ state, nonce, scope: 'openid email', code_challenge_method: 'S256' },
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
  });
  const { location } = await signIn(scene.door.visitor(), query);
  const parameters = oauth.validateAuthResponse(server, client, new URL(location), state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    CALLBACK,
    verifier,
    local(scene),
  );
  const options = { expectedNonce: nonce, requireIdToken: true };
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, options);
  // The signature, by the published keys.
  await oauth.validateApplicationLevelSignature(server, response, local(scene));
  return { server, client, tokens, claims: oauth.getValidatedIdTokenClaims(tokens)! };
}

/** A strict OAuth and OpenID Connect client. */
export const openidRows: readonly Row<Scene>[] = [
  row('discovery, with AWS’s issuer', 'federation-endpoints', async (scene) => {
    const server = await discover(scene);
    expect([server.issuer, server.token_endpoint, server.jwks_uri]).toEqual([
      `https://cognito-idp.${REGION}.amazonaws.com/${scene.door.poolId}`,
      `${scene.door.url}/oauth2/token`,
      expect.stringContaining(`/${scene.door.poolId}/.well-known/jwks.json`),
    ]);
  }),
  row(
    'code with PKCE and nonce; the ID token’s signature is verified',
    'using-pkce-in-authorization-code',
    async (scene) => {
      expect((await byCode(scene)).claims).toMatchObject({ email: ADA, email_verified: true });
    },
  ),
  row('userInfo', 'userinfo-endpoint', async (scene) => {
    const { claims, client, server, tokens } = await byCode(scene);
    const response = await oauth.userInfoRequest(server, client, tokens.access_token, local(scene));
    const info = await oauth.processUserInfoResponse(server, client, claims.sub, response);
    expect(info).toMatchObject({ sub: claims.sub, email: ADA });
  }),
  row('refresh', 'token-endpoint', async (scene) => {
    const { claims, client, server, tokens } = await byCode(scene);
    const response = await oauth.refreshTokenGrantRequest(
      server,
      client,
      oauth.None(),
      tokens.refresh_token!,
      local(scene),
    );
    const refreshed = await oauth.processRefreshTokenResponse(server, client, response);
    expect(oauth.getValidatedIdTokenClaims(refreshed)).toMatchObject({ sub: claims.sub, auth_time: claims.auth_time });
  }),
  row('revoke ends the refresh token', 'revocation-endpoint', async (scene) => {
    const { client, server, tokens } = await byCode(scene);
    const refresh = tokens.refresh_token!;
    const revoked = await oauth.revocationRequest(server, client, oauth.None(), refresh, local(scene));
    await oauth.processRevocationResponse(revoked);
    const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refresh, local(scene));
    await expect(oauth.processRefreshTokenResponse(server, client, response)).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  }),
  row('client credentials, with the secret in the header', 'token-endpoint', async (scene) => {
    const [server, { machine }] = [await discover(scene), scene.door];
    const client = clientOf(machine);
    const response = await oauth.clientCredentialsGrantRequest(
      server,
      client,
      oauth.ClientSecretBasic(machine.secret),
      { scope: 'reports/read' },
      local(scene),
    );
    expect(await oauth.processClientCredentialsResponse(server, client, response)).toMatchObject({
      token_type: 'bearer',
      expires_in: 3600,
    });
  }),
];
