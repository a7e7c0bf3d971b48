import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { type IdentityGap, identityGapsFrom, type Made, once } from './gap';
import { addIdentityPool, addUser, idToken, makeIdentityPool } from './identity-pool';
import { makeUserPool } from './user-pool';

const gap = identityGapsFrom(once(makeIdentityPool));
const unlinking = source.identityPools('UnlinkIdentity');
const switching = source.cognitoGuide('switching-identities');

const getId = async (aws: Aws, { IdentityPoolId }: Made, Logins?: object): Promise<string> =>
  (await aws.publicIdentity('GetId', { IdentityPoolId, Logins })).IdentityId;

const loginsOf = async (aws: Aws, made: Made) => ({ [made.provider!]: await idToken(aws, made) });

const refused = (code: string, reason: string) => ({ status: 400, code, reason });
const MISMATCH = refused(
  'NotAuthorizedException',
  "Logins don't match. Please include at least one valid login for this identity or identity pool.",
);
const NOBODY = 'eu-west-1:00000000-0000-4000-8000-000000000000';

/** Who is who in an identity pool. */
export const identities: IdentityGap[] = [
  gap(
    'CreateIdentityPool: the same id after each start, in the region of the pool',
    source.identityPools('IdentityPool'),
    async (aws) => {
      const settings = { IdentityPoolName: 'stable', AllowUnauthenticatedIdentities: false };
      const create = async (IdentityPoolTags: object) =>
        (await aws.identity('CreateIdentityPool', { ...settings, IdentityPoolTags })).IdentityPoolId;
      expect([await create({ a: '1' }), await create({ b: '2' })]).toEqual([
        'eu-west-1:44b5d221-9f99-4fec-885f-af40ca60043a',
        'eu-west-1:12735320-ef46-4f16-a107-e7b45499ec3a',
      ]);
    },
  ),
  gap('GetId: a guest is a new identity each time', source.identityPools('GetId'), async (aws, made) => {
    const [one, two] = [await getId(aws, made), await getId(aws, made)];
    expect(one).toMatch(/^eu-west-1:[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);
    expect(two).not.toBe(one);
  }),
  gap(
    'GetId: who signs in again, with another token, is the same identity',
    source.cognitoGuide('authentication-flow'),
    async (aws, made) => {
      const one = await getId(aws, made, await loginsOf(aws, made));
      expect(await getId(aws, made, await loginsOf(aws, made))).toBe(one);
      expect(await getId(aws, made, await loginsOf(aws, await addUser(aws, made)))).not.toBe(one);
    },
  ),
  gap('GetId: refuses guests where they are off', source.identityPools('GetId'), async (aws, made) => {
    const IdentityPoolId = await addIdentityPool(aws, made, { AllowUnauthenticatedIdentities: false });
    await expect(getId(aws, { IdentityPoolId })).rejects.toMatchObject(
      refused('NotAuthorizedException', 'Unauthenticated access is not supported for this identity pool.'),
    );
  }),
  gap('GetId: an identity pool that does not exist', source.identityPools('GetId'), async (aws) => {
    await expect(getId(aws, { IdentityPoolId: NOBODY })).rejects.toMatchObject(
      refused('ResourceNotFoundException', `IdentityPool '${NOBODY}' not found.`),
    );
    await expect(getId(aws, { IdentityPoolId: 'nonsense' })).rejects.toMatchObject({
      code: 'ValidationException',
      reason: expect.stringContaining("Value 'nonsense' at 'identityPoolId'"),
    });
  }),
  gap(
    'GetCredentialsForIdentity: an identity that does not exist',
    source.identityPools('GetCredentialsForIdentity'),
    async (aws) => {
      await expect(aws.publicIdentity('GetCredentialsForIdentity', { IdentityId: NOBODY })).rejects.toMatchObject(
        refused('ResourceNotFoundException', `Identity '${NOBODY}' not found.`),
      );
    },
  ),
  gap('A guest who signs in keeps the identity, and is no guest any more', switching, async (aws, made) => {
    const IdentityId = await getId(aws, made);
    const Logins = await loginsOf(aws, await addUser(aws, made));
    const answer = await aws.publicIdentity('GetCredentialsForIdentity', { IdentityId, Logins });
    expect(answer.IdentityId).toBe(IdentityId);
    expect(await getId(aws, made, Logins)).toBe(IdentityId);
    await expect(aws.publicIdentity('GetCredentialsForIdentity', { IdentityId })).rejects.toMatchObject(
      refused('NotAuthorizedException', `Access to Identity '${IdentityId}' is forbidden.`),
    );
  }),
  gap('A guest who signs in and has an identity gets that one; the other is disabled', switching, async (aws, made) => {
    const Logins = await loginsOf(aws, await addUser(aws, made));
    const known = await getId(aws, made, Logins);
    const guest = await getId(aws, made);
    const answer = await aws.publicIdentity('GetCredentialsForIdentity', { IdentityId: guest, Logins });
    expect(answer.IdentityId).toBe(known);
    await expect(aws.publicIdentity('GetCredentialsForIdentity', { IdentityId: guest })).rejects.toMatchObject(
      refused('NotAuthorizedException', `Access to Identity '${guest}' is forbidden.`),
    );
    const { Identities } = await aws.identity('ListIdentities', { ...only(made), MaxResults: 60, HideDisabled: true });
    expect(Identities.map((each: Made) => each.IdentityId)).not.toContain(guest);
  }),
  gap("The identity of another person is refused, with a valid login of one's own", switching, async (aws, made) => {
    const theirs = await getId(aws, made, await loginsOf(aws, made));
    const Logins = await loginsOf(aws, await addUser(aws, made));
    const attempt = () => aws.publicIdentity('GetCredentialsForIdentity', { IdentityId: theirs, Logins });
    await expect(attempt()).rejects.toMatchObject(MISMATCH);
    await getId(aws, made, Logins);
    await expect(attempt()).rejects.toMatchObject(MISMATCH);
  }),
  gap(
    'An identity with a login of each of two user pools is one; a second login of one pool is refused',
    switching,
    async (aws, made) => {
      const second = withProvider(await makeUserPool(aws));
      const IdentityPoolId = await addIdentityPool(aws, made, { CognitoIdentityProviders: providers(made, second) });
      const pool = { IdentityPoolId };
      const [one, two] = [await loginsOf(aws, made), await loginsOf(aws, second)];
      const identity = await getId(aws, pool, { ...one, ...two });
      expect([await getId(aws, pool, one), await getId(aws, pool, two)]).toEqual([identity, identity]);
      const other = await loginsOf(aws, await addUser(aws, second));
      await expect(
        aws.publicIdentity('GetCredentialsForIdentity', { IdentityId: identity, Logins: { ...one, ...other } }),
      ).rejects.toMatchObject({ code: 'ResourceConflictException' });
    },
  ),
  gap('Two identities of one person are merged when both logins are sent', switching, async (aws, made) => {
    const second = withProvider(await makeUserPool(aws));
    const IdentityPoolId = await addIdentityPool(aws, made, { CognitoIdentityProviders: providers(made, second) });
    const [one, two] = [await loginsOf(aws, made), await loginsOf(aws, second)];
    const IdentityId = await getId(aws, { IdentityPoolId }, one);
    expect(await getId(aws, { IdentityPoolId }, two)).not.toBe(IdentityId);
    await aws.publicIdentity('GetCredentialsForIdentity', { IdentityId, Logins: { ...one, ...two } });
    expect(await getId(aws, { IdentityPoolId }, two)).toBe(IdentityId);
  }),
  gap('DescribeIdentity, ListIdentities', source.identityPools('DescribeIdentity'), async (aws, made) => {
    const IdentityPoolId = await addIdentityPool(aws, made);
    const guest = await getId(aws, { IdentityPoolId });
    const person = await getId(aws, { IdentityPoolId }, await loginsOf(aws, made));
    expect(await aws.identity('DescribeIdentity', { IdentityId: person })).toEqual({
      IdentityId: person,
      Logins: [made.provider],
      CreationDate: expect.any(Number),
      LastModifiedDate: expect.any(Number),
    });
    const first = await aws.identity('ListIdentities', { IdentityPoolId, MaxResults: 1 });
    const { NextToken } = first;
    const second = await aws.identity('ListIdentities', { IdentityPoolId, MaxResults: 1, NextToken });
    expect([first, second].flatMap((each) => each.Identities.map((one: Made) => one.IdentityId))).toEqual([
      guest,
      person,
    ]);
    expect(second.NextToken).toBeUndefined();
  }),
  gap('DeleteIdentities', source.identityPools('DeleteIdentities'), async (aws, made) => {
    const IdentityId = await getId(aws, made);
    const answer = await aws.identity('DeleteIdentities', { IdentityIdsToDelete: [IdentityId] });
    expect(answer).toEqual({ UnprocessedIdentityIds: [] });
    await expect(aws.publicIdentity('GetCredentialsForIdentity', { IdentityId })).rejects.toMatchObject(
      refused('ResourceNotFoundException', `Identity '${IdentityId}' not found.`),
    );
  }),
  gap('UnlinkIdentity: the login starts anew; the old identity is no guest', unlinking, async (aws, made) => {
    const Logins = await loginsOf(aws, await addUser(aws, made));
    const IdentityId = await getId(aws, made, Logins);
    await aws.publicIdentity('UnlinkIdentity', { IdentityId, Logins, LoginsToRemove: [made.provider] });
    expect(await getId(aws, made, Logins)).not.toBe(IdentityId);
    await expect(aws.publicIdentity('GetCredentialsForIdentity', { IdentityId })).rejects.toMatchObject({
      reason: `Access to Identity '${IdentityId}' is forbidden.`,
    });
  }),
  gap("UnlinkIdentity: refused with another person's login", unlinking, async (aws, made) => {
    const IdentityId = await getId(aws, made, await loginsOf(aws, made));
    const Logins = await loginsOf(aws, await addUser(aws, made));
    const request = { IdentityId, Logins, LoginsToRemove: [made.provider] };
    await expect(aws.publicIdentity('UnlinkIdentity', request)).rejects.toMatchObject(MISMATCH);
  }),
  gap(
    'Only GetId, GetCredentialsForIdentity, GetOpenIdToken and UnlinkIdentity may come without a signature',
    source.cognitoGuide('resource-permissions'),
    async (aws, made) => {
      await expect(aws.publicIdentity('ListIdentities', { ...only(made), MaxResults: 1 })).rejects.toMatchObject({
        code: 'MissingAuthenticationTokenException',
      });
    },
  ),
];

const only = ({ IdentityPoolId }: Made) => ({ IdentityPoolId });

const withProvider = (users: Made): Made => ({
  ...users,
  provider: `cognito-idp.eu-west-1.amazonaws.com/${users.UserPoolId}`,
});

const providers = (...pools: Made[]) => pools.map(({ app, provider }) => ({ ProviderName: provider, ClientId: app }));
