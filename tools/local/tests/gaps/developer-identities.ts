import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { type IdentityGap, identityGapsFrom, type Made, once } from './gap';
import { addIdentityPool, callerOf, HOST, idToken, makeIdentityPool, sessionArn } from './identity-pool';
import { claims } from './user-pool';

const gap = identityGapsFrom(once(makeIdentityPool));
const guide = source.cognitoGuide('developer-authenticated-identities');
const PROVIDER = 'login.example';

let serial = 0;
const newUser = (): string => `user-${(serial += 1)}`;

const tokenOf = (aws: Aws, { IdentityPoolId }: Made, user: string, more: object = {}) =>
  aws.identity('GetOpenIdTokenForDeveloperIdentity', { IdentityPoolId, Logins: { [PROVIDER]: user }, ...more });

const lookUp = (aws: Aws, { IdentityPoolId }: Made, more: object) =>
  aws.identity('LookupDeveloperIdentity', { IdentityPoolId, ...more });

/** People whom a back end of one's own signs in. */
export const developerIdentities: IdentityGap[] = [
  gap(
    'GetOpenIdTokenForDeveloperIdentity: the same user is the same identity',
    source.identityPools('GetOpenIdTokenForDeveloperIdentity'),
    async (aws, made) => {
      const user = newUser();
      const [one, two] = [await tokenOf(aws, made, user), await tokenOf(aws, made, user)];
      expect(two.IdentityId).toBe(one.IdentityId);
      expect((await tokenOf(aws, made, newUser())).IdentityId).not.toBe(one.IdentityId);
      expect(claims(one.Token)).toMatchObject({
        iss: `https://${HOST}`,
        aud: made.IdentityPoolId,
        sub: one.IdentityId,
        amr: ['authenticated', PROVIDER, `${PROVIDER}:${made.IdentityPoolId}:${user}`],
      });
    },
  ),
  gap('The token of a developer identity lives 15 minutes, or as asked, a day at most', guide, async (aws, made) => {
    const lives = async (more: object) => {
      const { exp, iat } = claims((await tokenOf(aws, made, newUser(), more)).Token);
      return Number(exp) - Number(iat);
    };
    expect([await lives({}), await lives({ TokenDuration: 86400 })]).toEqual([900, 86400]);
    await expect(lives({ TokenDuration: 86401 })).rejects.toMatchObject({ code: 'ValidationException' });
  }),
  gap('The token of a developer identity gets the role of people who signed in', guide, async (aws, made) => {
    const { IdentityId, Token } = await tokenOf(aws, made, newUser());
    const answer = await aws.publicIdentity('GetCredentialsForIdentity', { IdentityId, Logins: { [HOST]: Token } });
    expect(await callerOf(aws, answer)).toBe(sessionArn(made.people!));
  }),
  gap("The token of a developer identity is refused with another user's identity", guide, async (aws, made) => {
    const { Token } = await tokenOf(aws, made, newUser());
    const { IdentityId } = await tokenOf(aws, made, newUser());
    await expect(
      aws.publicIdentity('GetCredentialsForIdentity', { IdentityId, Logins: { [HOST]: Token } }),
    ).rejects.toMatchObject({
      code: 'NotAuthorizedException',
      reason: "Logins don't match. Please include at least one valid login for this identity or identity pool.",
    });
  }),
  gap('A developer provider that the identity pool does not have is refused', guide, async (aws, made) => {
    const IdentityPoolId = await addIdentityPool(aws, made, { DeveloperProviderName: 'login.other' });
    await expect(tokenOf(aws, { IdentityPoolId }, newUser())).rejects.toMatchObject({
      code: 'InvalidParameterException',
      reason: 'This identity pool does not support the specified developer provider',
    });
  }),
  gap(
    'GetOpenIdTokenForDeveloperIdentity: links the user to an identity, unless another has it',
    source.identityPools('GetOpenIdTokenForDeveloperIdentity'),
    async (aws, made) => {
      const { IdentityPoolId } = made;
      const { IdentityId } = await aws.publicIdentity('GetId', { IdentityPoolId });
      const user = newUser();
      expect((await tokenOf(aws, made, user, { IdentityId })).IdentityId).toBe(IdentityId);
      expect((await lookUp(aws, made, { DeveloperUserIdentifier: user })).IdentityId).toBe(IdentityId);
      const other = await tokenOf(aws, made, newUser());
      await expect(tokenOf(aws, made, user, { IdentityId: other.IdentityId })).rejects.toMatchObject({
        code: 'DeveloperUserAlreadyRegisteredException',
      });
    },
  ),
  gap(
    'GetOpenIdTokenForDeveloperIdentity: links a public login too',
    source.identityPools('GetOpenIdTokenForDeveloperIdentity'),
    async (aws, made) => {
      const IdentityPoolId = await addIdentityPool(aws, made);
      const Logins = { [made.provider!]: await idToken(aws, made) };
      const { IdentityId } = await tokenOf(aws, { IdentityPoolId }, newUser(), {
        Logins: { ...Logins, [PROVIDER]: newUser() },
      });
      expect(await aws.publicIdentity('GetId', { IdentityPoolId, Logins })).toEqual({ IdentityId });
    },
  ),
  gap('LookupDeveloperIdentity', source.identityPools('LookupDeveloperIdentity'), async (aws, made) => {
    const [one, two] = [newUser(), newUser()];
    const { IdentityId } = await tokenOf(aws, made, one);
    await tokenOf(aws, made, two, { IdentityId });
    const found = { IdentityId, DeveloperUserIdentifierList: [one, two] };
    expect(await lookUp(aws, made, { IdentityId })).toEqual(found);
    expect(await lookUp(aws, made, { DeveloperUserIdentifier: two })).toEqual(found);
    const other = await tokenOf(aws, made, newUser());
    await expect(
      lookUp(aws, made, { IdentityId: other.IdentityId, DeveloperUserIdentifier: one }),
    ).rejects.toMatchObject({ code: 'ResourceConflictException' });
    await expect(lookUp(aws, made, { DeveloperUserIdentifier: newUser() })).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
  }),
  gap('MergeDeveloperIdentities', source.identityPools('MergeDeveloperIdentities'), async (aws, made) => {
    const [from, to] = [newUser(), newUser()];
    const source = await tokenOf(aws, made, from);
    const destination = await tokenOf(aws, made, to);
    const answer = await aws.identity('MergeDeveloperIdentities', {
      IdentityPoolId: made.IdentityPoolId,
      DeveloperProviderName: PROVIDER,
      SourceUserIdentifier: from,
      DestinationUserIdentifier: to,
    });
    expect(answer).toEqual({ IdentityId: destination.IdentityId });
    expect((await lookUp(aws, made, { DeveloperUserIdentifier: from })).IdentityId).toBe(destination.IdentityId);
    const old = { IdentityId: source.IdentityId, Logins: { [HOST]: source.Token } };
    await expect(aws.publicIdentity('GetCredentialsForIdentity', old)).rejects.toMatchObject({
      code: 'NotAuthorizedException',
    });
  }),
  gap('UnlinkDeveloperIdentity', source.identityPools('UnlinkDeveloperIdentity'), async (aws, made) => {
    const user = newUser();
    const { IdentityId } = await tokenOf(aws, made, user);
    const request = {
      IdentityId,
      IdentityPoolId: made.IdentityPoolId,
      DeveloperProviderName: PROVIDER,
      DeveloperUserIdentifier: user,
    };
    await aws.identity('UnlinkDeveloperIdentity', request);
    await expect(aws.identity('UnlinkDeveloperIdentity', request)).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
    expect((await tokenOf(aws, made, user)).IdentityId).not.toBe(IdentityId);
  }),
  gap('An identity has at most 20 logins', source.cognitoGuide('switching-identities'), async (aws, made) => {
    const { IdentityId } = await tokenOf(aws, made, newUser());
    for (let logins = 1; logins < 20; logins += 1) await tokenOf(aws, made, newUser(), { IdentityId });
    await expect(tokenOf(aws, made, newUser(), { IdentityId })).rejects.toMatchObject({
      code: 'LimitExceededException',
    });
  }),
];
