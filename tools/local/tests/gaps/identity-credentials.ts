import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { type IdentityGap, identityGapsFrom, type Made, once } from './gap';
import {
  addIdentityPool,
  callerOf,
  credentials,
  HOST,
  idToken,
  makeIdentityPool,
  makeRole,
  roleArn,
  sessionArn,
  trust,
} from './identity-pool';

const gap = identityGapsFrom(once(makeIdentityPool));
const roles = source.cognitoGuide('iam-roles');
const page = source.identityPools('GetCredentialsForIdentity');

const WRONG_ROLES = {
  status: 400,
  code: 'InvalidIdentityPoolConfigurationException',
  reason: 'Invalid identity pool configuration. Check assigned IAM roles for this pool.',
};

const poolWith = (aws: Aws, made: Made, unauthenticated: string) =>
  addIdentityPool(aws, made, {}, { Roles: { unauthenticated: roleArn(unauthenticated) } });

/** The credentials that an identity pool gives, and whose role they have. */
export const identityCredentials: IdentityGap[] = [
  gap('GetCredentialsForIdentity: for one hour, other ones each time', page, async (aws, made) => {
    const before = Date.now() / 1000;
    const [one, two] = [await credentials(aws, made.IdentityPoolId!), await credentials(aws, made.IdentityPoolId!)];
    expect(one.Credentials).toEqual({
      AccessKeyId: expect.stringMatching(/^ASIA[A-Z0-9]{16}$/),
      SecretKey: expect.stringMatching(/^.{40}$/),
      SessionToken: expect.stringMatching(/^.{100,}$/),
      Expiration: expect.any(Number),
    });
    expect(Math.round((one.Credentials.Expiration - before) / 600)).toBe(6);
    for (const member of ['AccessKeyId', 'SecretKey', 'SessionToken']) {
      expect(two.Credentials[member]).not.toBe(one.Credentials[member]);
    }
  }),
  gap("A guest has the role of guests, as STS's GetCallerIdentity says", roles, async (aws, made) => {
    const guest = await credentials(aws, made.IdentityPoolId!);
    expect(await callerOf(aws, guest)).toBe(sessionArn(made.guests!));
  }),
  gap('Who signed in has the role of people who signed in', roles, async (aws, made) => {
    const person = await credentials(aws, made.IdentityPoolId!, { [made.provider!]: await idToken(aws, made) });
    expect(await callerOf(aws, person)).toBe(sessionArn(made.people!));
  }),
  gap('A guest from before guests were switched off is refused', page, async (aws, made) => {
    const IdentityPoolId = await addIdentityPool(aws, made);
    const { IdentityId } = await aws.publicIdentity('GetId', { IdentityPoolId });
    await aws.identity('UpdateIdentityPool', {
      IdentityPoolId,
      IdentityPoolName: 'closed',
      AllowUnauthenticatedIdentities: false,
    });
    await expect(aws.publicIdentity('GetCredentialsForIdentity', { IdentityId })).rejects.toMatchObject({
      code: 'NotAuthorizedException',
      reason: 'Unauthenticated access is not supported for this identity pool.',
    });
  }),
  gap('A pool without a role for guests gives them none', page, async (aws, made) => {
    const Roles = { authenticated: roleArn(made.people!) };
    const IdentityPoolId = await addIdentityPool(aws, made, {}, { Roles });
    await expect(credentials(aws, IdentityPoolId)).rejects.toMatchObject(WRONG_ROLES);
  }),
  gap('A role that does not exist is given to nobody', page, async (aws, made) => {
    const IdentityPoolId = await poolWith(aws, made, 'missing');
    await expect(credentials(aws, IdentityPoolId)).rejects.toMatchObject(WRONG_ROLES);
  }),
  gap('Trust of a role: amr tells guests from people', roles, async (aws, made) => {
    const IdentityPoolId = await poolWith(aws, made, made.people!);
    await expect(credentials(aws, IdentityPoolId)).rejects.toMatchObject(WRONG_ROLES);
  }),
  gap('Trust of a role: aud is the identity pool', roles, async (aws, made) => {
    const only = { StringEquals: { [`${HOST}:aud`]: made.IdentityPoolId } };
    await makeRole(aws, 'of-one-pool', trust('unauthenticated', undefined, only)).catch(() => undefined);
    const IdentityPoolId = await poolWith(aws, made, 'of-one-pool');
    await expect(credentials(aws, IdentityPoolId)).rejects.toMatchObject(WRONG_ROLES);
  }),
  gap('Trust of a role: sub is one identity', roles, async (aws, made) => {
    const IdentityPoolId = await poolWith(aws, made, 'of-one-guest');
    const [one, two] = [
      await aws.publicIdentity('GetId', { IdentityPoolId }),
      await aws.publicIdentity('GetId', { IdentityPoolId }),
    ];
    const only = { StringEquals: { [`${HOST}:sub`]: one.IdentityId } };
    await makeRole(aws, 'of-one-guest', trust('unauthenticated', undefined, only));
    await expect(aws.publicIdentity('GetCredentialsForIdentity', two)).rejects.toMatchObject(WRONG_ROLES);
    const answer = await aws.publicIdentity('GetCredentialsForIdentity', one);
    expect(await callerOf(aws, answer)).toBe(sessionArn('of-one-guest'));
  }),
  gap('Trust of a role: another principal, or none', roles, async (aws, made) => {
    const Principal = { Service: 'lambda.amazonaws.com' };
    await makeRole(aws, 'of-functions', { Effect: 'Allow', Principal, Action: 'sts:AssumeRole' });
    const IdentityPoolId = await poolWith(aws, made, 'of-functions');
    await expect(credentials(aws, IdentityPoolId)).rejects.toMatchObject(WRONG_ROLES);
  }),
  gap('CustomRoleArn gives a guest no other role', page, async (aws, made) => {
    const CustomRoleArn = roleArn(made.people!);
    await expect(credentials(aws, made.IdentityPoolId!, undefined, { CustomRoleArn })).rejects.toMatchObject({
      code: 'InvalidParameterException',
    });
  }),
  gap(
    'SetIdentityPoolRoles: refuses roles and mappings that AWS does',
    source.identityPools('SetIdentityPoolRoles'),
    async (aws, made) => {
      const { IdentityPoolId } = made;
      const provider = `${made.provider}:${made.app}`;
      for (const settings of [
        { Roles: { everybody: roleArn(made.people!) } },
        { Roles: {}, RoleMappings: { [`https://${provider}`]: { Type: 'Token', AmbiguousRoleResolution: 'Deny' } } },
        { Roles: {}, RoleMappings: { [provider]: { Type: 'Token' } } },
        { Roles: {}, RoleMappings: { [provider]: { Type: 'Rules', AmbiguousRoleResolution: 'Deny' } } },
      ]) {
        await expect(aws.identity('SetIdentityPoolRoles', { IdentityPoolId, ...settings })).rejects.toMatchObject({
          code: 'InvalidParameterException',
        });
      }
    },
  ),
  gap('The error of a refusal is in two headers that pages of other origins may read', page, async (aws, made) => {
    const response = await fetch(aws.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityService.GetId',
        origin: 'http://localhost:3000',
      },
      body: JSON.stringify({ IdentityPoolId: made.IdentityPoolId, Logins: { [made.provider!]: 'no' } }),
    });
    const headers = Object.fromEntries(response.headers);
    expect([response.status, headers]).toMatchObject([
      400,
      {
        'x-amzn-errortype': 'NotAuthorizedException:',
        'x-amzn-errormessage': 'Invalid login token. Not a valid OpenId Connect identity token.',
        'access-control-allow-origin': '*',
        'access-control-expose-headers': expect.stringMatching(/x-amzn-ErrorType.*x-amzn-ErrorMessage/i),
      },
    ]);
  }),
  gap('A refusal that repeats control characters has headers that HTTP allows', page, async (aws) => {
    const response = await fetch(aws.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSCognitoIdentityService.GetId' },
      body: JSON.stringify({ IdentityPoolId: '\u65e5\0\x1b\x7f' }),
    });
    expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([400, 'ValidationException:']);
  }),
];
