import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { differs, type IdentityGap, identityGapsFrom, type Made, once } from './gap';
import { addIdentityPool, callerOf, credentials, makeIdentityPool, sessionArn } from './identity-pool';

const gap = identityGapsFrom(once(makeIdentityPool));
const openId = source.cognitoGuide('open-id');

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A provider on this machine. */
class Provider {
  private constructor(
    private readonly server: Server,
    readonly name: string,
  ) {}

  static async open(): Promise<Provider> {
    const server = createServer((request, response) => {
      const issuer = `http://${request.headers.host}`;
      const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }];
      const body = request.url === '/keys' ? { keys } : { issuer, jwks_uri: `${issuer}/keys` };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Provider(server, `127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  token(claims: object): string {
    const exp = Math.floor(Date.now() / 1000) + 600;
    const payload = { iss: `http://${this.name}`, sub: 'ada', aud: 'our-app', exp, ...claims };
    const signed = `${encode({ alg: 'RS256', kid: 'one' })}.${encode(payload)}`;
    return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
  }

  close(): void {
    this.server.close();
  }
}

async function poolWith(aws: Aws, made: Made, { name }: Provider): Promise<Made> {
  await aws.iam('CreateOpenIDConnectProvider', {
    Url: `https://${name}`,
    'ClientIDList.member.1': 'our-app',
    'ThumbprintList.member.1': 'a'.repeat(40),
  });
  const OpenIdConnectProviderARNs = [`arn:aws:iam::123456789012:oidc-provider/${name}`];
  return { IdentityPoolId: await addIdentityPool(aws, made, { OpenIdConnectProviderARNs }) };
}

/** Runs with a provider that is gone afterwards. */
async function withProvider(run: (provider: Provider) => Promise<void>): Promise<void> {
  const provider = await Provider.open();
  try {
    await run(provider);
  } finally {
    provider.close();
  }
}

const getId = (aws: Aws, { IdentityPoolId }: Made, provider: string, token: string) =>
  aws.publicIdentity('GetId', { IdentityPoolId, Logins: { [provider]: token } });

const invalid = (reason: string) => ({ code: 'NotAuthorizedException', reason: `Invalid login token. ${reason}` });

/** Providers other than user pools. */
export const identityProviders: IdentityGap[] = [
  gap('Logins: an OpenID Connect provider of IAM, by the keys that it publishes', openId, async (aws, made) => {
    await withProvider(async (provider) => {
      const { IdentityPoolId } = await poolWith(aws, made, provider);
      const answer = await credentials(aws, IdentityPoolId!, { [provider.name]: provider.token({}) });
      expect(await callerOf(aws, answer)).toBe(sessionArn(made.people!));
    });
  }),
  gap('Logins: refuses an OpenID Connect token of another audience, issuer or time', openId, async (aws, made) => {
    await withProvider(async (provider) => {
      const pool = await poolWith(aws, made, provider);
      const attempt = (claims: object) => getId(aws, pool, provider.name, provider.token(claims));
      await expect(attempt({ aud: 'another' })).rejects.toMatchObject({
        reason: 'Token is not from a supported provider of this identity pool.',
      });
      await expect(attempt({ iss: 'https://accounts.example' })).rejects.toMatchObject(
        invalid("Issuer doesn't match providerName"),
      );
      await expect(attempt({ exp: 1 })).rejects.toMatchObject({
        reason: expect.stringMatching(/^Invalid login token\. Token expired: \d+ >= 1$/),
      });
      const forged = `${provider.token({}).split('.').slice(0, 2).join('.')}.AAAA`;
      await expect(getId(aws, pool, provider.name, forged)).rejects.toMatchObject(
        invalid("Couldn't verify signed token."),
      );
    });
  }),
  gap(
    'Logins: an OpenID Connect provider whose keys cannot be read',
    source.identityPools('GetId'),
    async (aws, made) => {
      const provider = await Provider.open();
      const pool = await poolWith(aws, made, provider);
      provider.close();
      await expect(getId(aws, pool, provider.name, provider.token({}))).rejects.toMatchObject({
        code: 'ExternalServiceException',
        reason: expect.stringContaining(`http://${provider.name}/.well-known/openid-configuration`),
      });
    },
  ),
  differs(
    gap(
      'Logins: tokens of a social provider are refused, with the reason',
      source.cognitoGuide('google'),
      async (aws, made) => {
        const SupportedLoginProviders = { 'accounts.google.com': 'our-app' };
        const IdentityPoolId = await addIdentityPool(aws, made, { SupportedLoginProviders });
        await expect(getId(aws, { IdentityPoolId }, 'accounts.google.com', 'token')).rejects.toMatchObject({
          code: 'NotAuthorizedException',
          reason: expect.stringContaining('The emulator cannot verify tokens of accounts.google.com'),
        });
      },
    ),
    'The emulator reaches no social provider; federate through the user pool instead.',
  ),
  differs(
    gap(
      'Logins: SAML assertions are refused, with the reason',
      source.cognitoGuide('saml-identity-provider'),
      async (aws, made) => {
        const arn = 'arn:aws:iam::123456789012:saml-provider/work';
        const IdentityPoolId = await addIdentityPool(aws, made, { SamlProviderARNs: [arn] });
        await expect(getId(aws, { IdentityPoolId }, arn, 'assertion')).rejects.toMatchObject({
          code: 'NotAuthorizedException',
          reason: expect.stringContaining(`The emulator cannot verify tokens of ${arn}`),
        });
      },
    ),
    'The emulator has no SAML provider.',
  ),
];
