import { setTimeout as sleep } from 'node:timers/promises';
import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { signedByAnother, unsigned, withClaims } from './forge';
import { type IdentityGap, identityGapsFrom, type Made, once } from './gap';
import { addIdentityPool, addUser, HOST, idToken, makeIdentityPool } from './identity-pool';
import { makeUserPool, passwordSignIn } from './user-pool';

const gap = identityGapsFrom(once(makeIdentityPool));
const page = source.cognitoGuide('amazon-cognito-integrating-user-pools-with-identity-pools');

const getId = (aws: Aws, { IdentityPoolId }: Made, Logins?: object) =>
  aws.publicIdentity('GetId', { IdentityPoolId, Logins });

const refused = (reason: string, code = 'NotAuthorizedException') => ({ status: 400, code, reason });
const invalid = (reason: string | RegExp) => ({
  code: 'NotAuthorizedException',
  reason: reason instanceof RegExp ? expect.stringMatching(reason) : `Invalid login token. ${reason}`,
});
const UNSUPPORTED = refused('Token is not from a supported provider of this identity pool.');

/** What proves to an identity pool who a person is. */
export const identityLogins: IdentityGap[] = [
  gap('Logins: a token that another key signed is refused', page, async (aws, made) => {
    const forged = signedByAnother(await idToken(aws, made));
    await expect(getId(aws, made, { [made.provider!]: forged })).rejects.toMatchObject(
      invalid("Couldn't verify signed token."),
    );
  }),
  gap('Logins: a token with changed claims is refused', page, async (aws, made) => {
    const changed = withClaims(await idToken(aws, made), { sub: 'another' });
    await expect(getId(aws, made, { [made.provider!]: changed })).rejects.toMatchObject(
      invalid("Couldn't verify signed token."),
    );
  }),
  gap('Logins: a token without a signature is refused', page, async (aws, made) => {
    const open = unsigned(await idToken(aws, made));
    await expect(getId(aws, made, { [made.provider!]: open })).rejects.toMatchObject({
      code: 'NotAuthorizedException',
    });
  }),
  gap('Logins: what is no JWT is refused', page, async (aws, made) => {
    await expect(getId(aws, made, { [made.provider!]: 'not a token' })).rejects.toMatchObject(
      invalid('Not a valid OpenId Connect identity token.'),
    );
  }),
  gap('Logins: an expired token is refused', page, async (aws, made) => {
    const { UserPoolClient: short } = await aws.idp('CreateUserPoolClient', {
      UserPoolId: made.UserPoolId,
      ClientName: 'short',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
      IdTokenValidity: 1,
      TokenValidityUnits: { IdToken: 'seconds' },
    });
    const CognitoIdentityProviders = [{ ProviderName: made.provider, ClientId: short.ClientId }];
    const IdentityPoolId = await addIdentityPool(aws, made, { CognitoIdentityProviders });
    const token = await idToken(aws, { ...made, app: short.ClientId });
    await sleep(1100);
    await expect(getId(aws, { IdentityPoolId }, { [made.provider!]: token })).rejects.toMatchObject(
      invalid(/^Invalid login token\. Token expired: \d+ >= \d+$/),
    );
  }),
  gap('Logins: an access token is refused', page, async (aws, made) => {
    const { AuthenticationResult } = await passwordSignIn(aws, made.app!, made.email!);
    await expect(getId(aws, made, { [made.provider!]: AuthenticationResult.AccessToken })).rejects.toMatchObject(
      invalid('Missing a required claim: aud'),
    );
  }),
  gap('Logins: a token of another issuer than the key says is refused', page, async (aws, made) => {
    const other = await makeUserPool(aws);
    await expect(getId(aws, made, { [made.provider!]: await idToken(aws, other) })).rejects.toMatchObject(
      invalid("Issuer doesn't match providerName"),
    );
  }),
  gap('Logins: a user pool that the identity pool does not have is refused', page, async (aws, made) => {
    const other = await makeUserPool(aws);
    const provider = `cognito-idp.eu-west-1.amazonaws.com/${other.UserPoolId}`;
    await expect(getId(aws, made, { [provider]: await idToken(aws, other) })).rejects.toMatchObject(UNSUPPORTED);
  }),
  gap('Logins: a client that the identity pool does not have is refused', page, async (aws, made) => {
    const { UserPoolClient } = await aws.idp('CreateUserPoolClient', {
      UserPoolId: made.UserPoolId,
      ClientName: 'other',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    });
    const token = await idToken(aws, { ...made, app: UserPoolClient.ClientId });
    await expect(getId(aws, made, { [made.provider!]: token })).rejects.toMatchObject(UNSUPPORTED);
  }),
  gap(
    'Logins: a provider that the identity pool does not have is refused',
    source.cognitoGuide('external-identity-providers'),
    async (aws, made) => {
      await expect(getId(aws, made, { 'graph.facebook.com': 'token' })).rejects.toMatchObject(UNSUPPORTED);
    },
  ),
  gap(
    'Logins: the name of the developer provider is no public login',
    source.cognitoGuide('developer-authenticated-identities'),
    async (aws, made) => {
      await expect(getId(aws, made, { 'login.example': 'ada' })).rejects.toMatchObject(
        refused('Please provide a valid public provider', 'InvalidParameterException'),
      );
    },
  ),
  gap('GetId: an OpenID token of identity pools is no login', source.identityPools('GetId'), async (aws, made) => {
    const { IdentityId } = await getId(aws, made);
    const { Token } = await aws.publicIdentity('GetOpenIdToken', { IdentityId });
    await expect(getId(aws, made, { [HOST]: Token })).rejects.toMatchObject(invalid("Can't pass in a Cognito token."));
  }),
  gap(
    'GetCredentialsForIdentity: the token of a user pool is none of identity pools',
    source.identityPools('GetCredentialsForIdentity'),
    async (aws, made) => {
      const { IdentityId } = await getId(aws, made);
      const Logins = { [HOST]: await idToken(aws, made) };
      await expect(aws.publicIdentity('GetCredentialsForIdentity', { IdentityId, Logins })).rejects.toMatchObject(
        invalid('Not a Cognito token.'),
      );
    },
  ),
  gap(
    'ServerSideTokenCheck: the token of a user who signed out everywhere is refused',
    source.identityPools('CognitoIdentityProvider'),
    async (aws, made) => {
      const person = await addUser(aws, made);
      const provider = { ProviderName: made.provider, ClientId: made.app };
      const pool = async (ServerSideTokenCheck: boolean) => ({
        IdentityPoolId: await addIdentityPool(aws, made, {
          CognitoIdentityProviders: [{ ...provider, ServerSideTokenCheck }],
        }),
      });
      const [strict, lenient] = [await pool(true), await pool(false)];
      const Logins = { [made.provider!]: await idToken(aws, person) };
      await getId(aws, strict, Logins);
      await aws.idp('AdminUserGlobalSignOut', { UserPoolId: made.UserPoolId, Username: person.email });
      await getId(aws, lenient, Logins);
      await expect(getId(aws, strict, Logins)).rejects.toMatchObject(refused('Token is inactive'));
    },
  ),
  gap(
    'ServerSideTokenCheck: the token of a user who is disabled or deleted is refused',
    source.identityPools('CognitoIdentityProvider'),
    async (aws, made) => {
      const provider = { ProviderName: made.provider, ClientId: made.app, ServerSideTokenCheck: true };
      const IdentityPoolId = await addIdentityPool(aws, made, { CognitoIdentityProviders: [provider] });
      for (const operation of ['AdminDisableUser', 'AdminDeleteUser']) {
        const person = await addUser(aws, made);
        const Logins = { [made.provider!]: await idToken(aws, person) };
        await getId(aws, { IdentityPoolId }, Logins);
        await aws.idp(operation, { UserPoolId: made.UserPoolId, Username: person.email });
        await expect(getId(aws, { IdentityPoolId }, Logins)).rejects.toMatchObject(refused('Token is inactive'));
      }
    },
  ),
];
