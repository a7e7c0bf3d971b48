import { createPublicKey, verify } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { headerOf, withClaims } from './forge';
import { type IdentityGap, identityGapsFrom, type Made, once } from './gap';
import {
  addIdentityPool,
  callerOf,
  credentials,
  HOST,
  identityPoolArn,
  idToken,
  makeIdentityPool,
  makeRole,
  roleArn,
  sessionArn,
  trust,
} from './identity-pool';
import { claims } from './user-pool';

const gap = identityGapsFrom(once(makeIdentityPool));
const page = source.identityPools('GetOpenIdToken');
const assuming = source.sts('AssumeRoleWithWebIdentity');
const tagging = source.cognitoGuide('attributes-for-access-control');

async function guestToken(aws: Aws, { IdentityPoolId }: Made): Promise<{ IdentityId: string; Token: string }> {
  return aws.publicIdentity('GetOpenIdToken', await aws.publicIdentity('GetId', { IdentityPoolId }));
}

const assume = (aws: Aws, role: string, WebIdentityToken: string, more: Record<string, string> = {}) =>
  aws.sts('AssumeRoleWithWebIdentity', {
    RoleArn: roleArn(role),
    RoleSessionName: 'app',
    WebIdentityToken,
    ...more,
  });

const member = (xml: string, name: string): string | undefined => new RegExp(`<${name}>(.*)</${name}>`).exec(xml)?.[1];
const denied = () => ({
  status: 403,
  reason: expect.stringMatching(/AccessDenied.*Not authorized to perform sts:AssumeRoleWithWebIdentity/),
});
const refusedWith = (text: string) => ({ status: 400, reason: expect.stringContaining(text) });

/** OpenID tokens of identity pools, the classic flow through STS, and tags of the session. */
export const openIdTokens: IdentityGap[] = [
  gap('GetOpenIdToken: RS512, for ten minutes, for the identity pool', page, async (aws, made) => {
    const { IdentityId, Token } = await guestToken(aws, made);
    expect(headerOf(Token)).toEqual({ alg: 'RS512', typ: 'JWS', kid: expect.stringMatching(/^eu-west-1-\d+$/) });
    const { exp, iat, ...rest } = claims(Token);
    expect(Number(exp) - Number(iat)).toBe(600);
    expect(rest).toEqual({
      iss: `https://${HOST}`,
      aud: made.IdentityPoolId,
      sub: IdentityId,
      amr: ['unauthenticated'],
      [`https://${HOST}/identity-pool-arn`]: identityPoolArn(made.IdentityPoolId!),
    });
  }),
  gap('GetOpenIdToken: amr names the provider and the user', page, async (aws, made) => {
    const { IdentityPoolId, provider } = made;
    const Logins = { [provider!]: await idToken(aws, made) };
    const { IdentityId } = await aws.publicIdentity('GetId', { IdentityPoolId, Logins });
    const { Token } = await aws.publicIdentity('GetOpenIdToken', { IdentityId, Logins });
    const { sub } = claims(Logins[provider!]!);
    expect(claims(Token).amr).toEqual(['authenticated', provider, `${provider}:CognitoSignIn:${sub}`]);
  }),
  gap('The keys of OpenID tokens are published below their issuer', source.cognitoGuide('open-id'), keysPublished),
  gap('GetOpenIdToken: refused where the classic flow is off', page, async (aws, made) => {
    const IdentityPoolId = await addIdentityPool(aws, made, { AllowClassicFlow: false });
    await expect(guestToken(aws, { IdentityPoolId })).rejects.toMatchObject({
      code: 'InvalidParameterException',
      reason: 'Basic (classic) flow is not enabled, please use enhanced flow.',
    });
  }),
  gap('GetOpenIdToken: refused where roles are mapped', page, async (aws, made) => {
    const mapping = { Type: 'Token', AmbiguousRoleResolution: 'Deny' };
    const RoleMappings = { [`${made.provider}:${made.app}`]: mapping };
    const IdentityPoolId = await addIdentityPool(aws, made, {}, { RoleMappings });
    await expect(guestToken(aws, { IdentityPoolId })).rejects.toMatchObject({
      code: 'InvalidParameterException',
      reason: 'Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.',
    });
  }),
  gap('AssumeRoleWithWebIdentity: the classic flow of identity pools', assuming, async (aws, made) => {
    const { IdentityId, Token } = await guestToken(aws, made);
    const answer = await assume(aws, made.guests!, Token, { DurationSeconds: '900' });
    expect({
      Provider: member(answer, 'Provider'),
      Audience: member(answer, 'Audience'),
      Subject: member(answer, 'SubjectFromWebIdentityToken'),
      Arn: member(answer, 'Arn'),
    }).toEqual({
      Provider: HOST,
      Audience: made.IdentityPoolId,
      Subject: IdentityId,
      Arn: sessionArn(made.guests!, 'app'),
    });
    const Credentials = {
      AccessKeyId: member(answer, 'AccessKeyId')!,
      SecretKey: member(answer, 'SecretAccessKey')!,
      SessionToken: member(answer, 'SessionToken')!,
    };
    expect(await callerOf(aws, { Credentials })).toBe(sessionArn(made.guests!, 'app'));
  }),
  gap('AssumeRoleWithWebIdentity: refused when the role does not trust', assuming, async (aws, made) => {
    const { Token } = await guestToken(aws, made);
    await expect(assume(aws, made.people!, Token)).rejects.toMatchObject(denied());
    await expect(assume(aws, 'missing', Token)).rejects.toMatchObject(denied());
  }),
  gap('AssumeRoleWithWebIdentity: refuses a forged token and what is none', assuming, async (aws, made) => {
    const { Token } = await guestToken(aws, made);
    const forged = withClaims(Token, { amr: ['authenticated'] });
    await expect(assume(aws, made.people!, forged)).rejects.toMatchObject(refusedWith('InvalidIdentityToken'));
    await expect(assume(aws, made.guests!, 'nonsense')).rejects.toMatchObject(
      refusedWith('The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)'),
    );
  }),
  gap('AssumeRoleWithWebIdentity: refuses an expired token', assuming, async (aws, { IdentityPoolId, people }) => {
    const Logins = { 'login.example': 'expiring' };
    const request = { IdentityPoolId, Logins, TokenDuration: 1 };
    const { IdentityId, Token } = await aws.identity('GetOpenIdTokenForDeveloperIdentity', request);
    await sleep(1100);
    await expect(assume(aws, people!, Token)).rejects.toMatchObject(refusedWith('ExpiredTokenException'));
    await expect(
      aws.publicIdentity('GetCredentialsForIdentity', { IdentityId, Logins: { [HOST]: Token } }),
    ).rejects.toMatchObject({ reason: expect.stringMatching(/^Invalid login token\. Token expired: /) });
  }),
  gap('AssumeRoleWithWebIdentity: refuses the token of a provider that IAM does not know', assuming, unknownProvider),
  gap('AssumeRoleWithWebIdentity: an OpenID Connect provider of IAM', assuming, ofProvider),
  gap('AssumeRoleWithWebIdentity: at least 15 minutes, at most what the role allows', assuming, async (aws, made) => {
    const { Token } = await guestToken(aws, made);
    const lasting = (DurationSeconds: string) => assume(aws, made.guests!, Token, { DurationSeconds });
    await expect(lasting('899')).rejects.toMatchObject(refusedWith('ValidationError'));
    await expect(lasting('3601')).rejects.toMatchObject(
      refusedWith('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'),
    );
  }),
  gap('SetPrincipalTagAttributeMap, GetPrincipalTagAttributeMap', tagging, async (aws, made) => {
    const IdentityPoolId = await addIdentityPool(aws, made);
    const map = { IdentityPoolId, IdentityProviderName: made.provider, PrincipalTags: { mail: 'email' } };
    await aws.identity('SetPrincipalTagAttributeMap', { ...map, UseDefaults: false });
    expect(
      await aws.identity('GetPrincipalTagAttributeMap', { IdentityPoolId, IdentityProviderName: made.provider }),
    ).toEqual({ ...map, UseDefaults: false });
  }),
  gap('Principal tags: claims of the login become tags of the session', tagging, async (aws, made) => {
    const settings = { UseDefaults: false, PrincipalTags: { mail: 'email', missing: 'family_name' } };
    expect(await tagsOf(aws, made, settings)).toEqual({ principal_tags: { mail: [made.email] } });
  }),
  gap('Principal tags: the defaults are username and client', tagging, async (aws, made) => {
    const { sub } = claims(await idToken(aws, made));
    expect(await tagsOf(aws, made, { UseDefaults: true })).toEqual({
      principal_tags: { username: [sub], client: [made.app] },
    });
  }),
  gap('Principal tags: the role must trust sts:TagSession as well', tagging, async (aws, made) => {
    const pool = (role: string) => addIdentityPool(aws, made, {}, { Roles: { authenticated: roleArn(role) } });
    const [taggable, other] = [await pool(made.people!), await pool(made.others!)];
    const Logins = { [made.provider!]: await idToken(aws, made) };
    for (const IdentityPoolId of [taggable, other]) {
      const map = { IdentityPoolId, IdentityProviderName: made.provider, UseDefaults: true };
      await aws.identity('SetPrincipalTagAttributeMap', map);
    }
    await credentials(aws, taggable, Logins);
    await expect(credentials(aws, other, Logins)).rejects.toMatchObject({
      code: 'InvalidIdentityPoolConfigurationException',
    });
  }),
];

async function keysPublished(aws: Aws, made: Made): Promise<void> {
  const { Token } = await guestToken(aws, made);
  const { issuer, jwks_uri } = await aws.published('/.well-known/openid-configuration');
  expect([issuer, jwks_uri]).toEqual([`https://${HOST}`, `https://${HOST}/.well-known/jwks_uri`]);
  const { keys } = await aws.published(new URL(jwks_uri).pathname);
  const jwk = keys.find((key: { kid: string }) => key.kid === headerOf(Token).kid);
  const [signed, signature] = [Token.split('.').slice(0, 2).join('.'), Token.split('.')[2]!];
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  expect(verify('sha512', Buffer.from(signed), key, Buffer.from(signature, 'base64url'))).toBe(true);
}

async function unknownProvider(aws: Aws, made: Made): Promise<void> {
  await expect(assume(aws, made.people!, await idToken(aws, made))).rejects.toMatchObject(
    refusedWith(`No OpenIDConnect provider found in your account for https://${made.provider}`),
  );
}

async function ofProvider(aws: Aws, made: Made): Promise<void> {
  const users = await makeIdentityPool(aws);
  await aws.iam('CreateOpenIDConnectProvider', {
    Url: `https://${users.provider}`,
    'ClientIDList.member.1': users.app!,
    'ThumbprintList.member.1': 'a'.repeat(40),
  });
  const Federated = `arn:aws:iam::123456789012:oidc-provider/${users.provider}`;
  const name = `oidc-${users.app}`;
  const Condition = { StringEquals: { [`${users.provider}:aud`]: users.app } };
  await makeRole(aws, name, { ...trust(''), Principal: { Federated }, Condition });
  const answer = await assume(aws, name, await idToken(aws, users));
  expect([member(answer, 'Provider'), member(answer, 'Arn')]).toEqual([Federated, sessionArn(name, 'app')]);
  await expect(assume(aws, made.people!, await idToken(aws, users))).rejects.toMatchObject(denied());
}

/** What the OpenID token says of tags. */
async function tagsOf(aws: Aws, made: Made, settings: object): Promise<unknown> {
  const IdentityPoolId = await addIdentityPool(aws, made);
  const map = { IdentityPoolId, IdentityProviderName: made.provider, ...settings };
  await aws.identity('SetPrincipalTagAttributeMap', map);
  const Logins = { [made.provider!]: await idToken(aws, made) };
  const { IdentityId } = await aws.publicIdentity('GetId', { IdentityPoolId, Logins });
  const { Token } = await aws.publicIdentity('GetOpenIdToken', { IdentityId, Logins });
  return claims(Token)['https://aws.amazon.com/tags'];
}
