import { source } from '../../testing/conformance';
import { credentials, idToken, makeIdentityPool, roleArn } from '../gaps/identity-pool';
import { withClaims } from '../gaps/forge';
import { type Made } from '../gaps/gap';
import { type Keys, type Sent, send, type Signed } from '../roles/wire';
import { type Attack, refused } from './row';
import { newPerson, type Targets } from './targets';

const pools = source.cognitoGuide('amazon-cognito-integrating-user-pools-with-identity-pools');
const signing = source.iamGuide('reference_sigv-troubleshooting');
const NOT = 'NotAuthorizedException';

const getId = ({ aws, mine }: Targets, Logins?: object) =>
  aws.publicIdentity('GetId', { IdentityPoolId: mine.IdentityPoolId, Logins });

const whoami = (more: Partial<Sent> = {}): Sent => ({
  service: 'sts',
  body: 'Action=GetCallerIdentity&Version=2011-06-15',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  ...more,
});

async function guestKeys({ aws, mine }: Targets): Promise<Keys> {
  const { AccessKeyId, SecretKey, SessionToken } = (await credentials(aws, mine.IdentityPoolId!)).Credentials as Made;
  return { accessKeyId: AccessKeyId!, secretAccessKey: SecretKey!, sessionToken: SessionToken };
}

/** A signed request that was tampered with, or whose keys are not the caller's. */
const unsignable = (
  name: string,
  code: string,
  keysOf: (keys: Keys, targets: Targets) => Keys | Promise<Keys>,
  change?: (signed: Signed) => Signed,
  more: Partial<Sent> = {},
): Attack => ({
  name: `Signed request: ${name}`,
  source: signing,
  prove: async (targets) => {
    const keys = await keysOf(await guestKeys(targets), targets);
    const answer = await send(targets.aws.url, whoami(more), keys, change);
    expect([answer.status, answer.code]).toEqual([403, code]);
  },
});

const same = (keys: Keys) => keys;

/** Identity pools, and requests signed with their credentials. */
export const credentialAttacks: readonly Attack[] = [
  refused(
    'Identity pool: an ID token whose sub was changed',
    pools,
    async (targets) => {
      const { IdToken, provider } = await newPerson(targets);
      return getId(targets, { [provider!]: withClaims(IdToken, { sub: 'admin' }) });
    },
    NOT,
  ),
  refused(
    'Identity pool: an ID token of another user pool under the key of this one',
    pools,
    async (targets) => getId(targets, { [targets.mine.provider!]: await idToken(targets.aws, targets.other) }),
    NOT,
  ),
  refused(
    'Identity pool: an ID token of another user pool under its own key',
    pools,
    async (targets) => getId(targets, { [targets.other.provider!]: await idToken(targets.aws, targets.other) }),
    NOT,
  ),
  refused(
    'Identity pool: the access token',
    pools,
    async (targets) => getId(targets, { [targets.mine.provider!]: (await newPerson(targets)).AccessToken }),
    NOT,
  ),
  refused(
    'Identity pool: credentials for the identity of another person',
    source.identityPools('GetCredentialsForIdentity'),
    async (targets) => {
      const [victim, attacker] = [await newPerson(targets), await newPerson(targets)];
      const { IdentityId } = await getId(targets, { [victim.provider!]: victim.IdToken });
      const Logins = { [attacker.provider!]: attacker.IdToken };
      return targets.aws.publicIdentity('GetCredentialsForIdentity', { IdentityId, Logins });
    },
    NOT,
  ),
  refused(
    'Identity pool: credentials for the identity of a person, as a guest',
    source.identityPools('GetCredentialsForIdentity'),
    async (targets) => {
      const victim = await newPerson(targets);
      const { IdentityId } = await getId(targets, { [victim.provider!]: victim.IdToken });
      return targets.aws.publicIdentity('GetCredentialsForIdentity', { IdentityId });
    },
    NOT,
  ),
  refused(
    'Identity pool: an identity with a login of another identity pool',
    source.identityPools('GetCredentialsForIdentity'),
    async (targets) => {
      const { IdentityId } = await getId(targets);
      const Logins = { [targets.other.provider!]: await idToken(targets.aws, targets.other) };
      return targets.aws.publicIdentity('GetCredentialsForIdentity', { IdentityId, Logins });
    },
    NOT,
  ),
  refused(
    'Identity pool: a role that the token does not name',
    source.cognitoGuide('role-based-access-control'),
    async (targets) => {
      const { aws } = targets;
      const made = await makeIdentityPool(aws);
      const mapping = { Type: 'Token', AmbiguousRoleResolution: 'Deny' };
      await aws.identity('SetIdentityPoolRoles', {
        IdentityPoolId: made.IdentityPoolId,
        Roles: { authenticated: roleArn(made.people!) },
        RoleMappings: { [`${made.provider}:${made.app}`]: mapping },
      });
      const Logins = { [made.provider!]: await idToken(aws, made) };
      return credentials(aws, made.IdentityPoolId!, Logins, { CustomRoleArn: roleArn(made.others!) });
    },
    NOT,
  ),
  refused(
    'STS: an OpenID token that the attacker changed',
    source.sts('AssumeRoleWithWebIdentity'),
    async (targets) => {
      const { aws, mine } = targets;
      const { IdentityId } = await getId(targets);
      const { Token } = await aws.publicIdentity('GetOpenIdToken', { IdentityId });
      const WebIdentityToken = withClaims(Token, { amr: ['authenticated'] });
      return aws.sts('AssumeRoleWithWebIdentity', {
        RoleArn: roleArn(mine.people!),
        RoleSessionName: 'attacker',
        WebIdentityToken,
      });
    },
    'InvalidIdentityToken',
  ),
  refused(
    'STS: a guest’s token for the role of people who are signed in',
    source.sts('AssumeRoleWithWebIdentity'),
    async (targets) => {
      const { aws, mine } = targets;
      const { IdentityId } = await getId(targets);
      const { Token } = await aws.publicIdentity('GetOpenIdToken', { IdentityId });
      return aws.sts('AssumeRoleWithWebIdentity', {
        RoleArn: roleArn(mine.people!),
        RoleSessionName: 'attacker',
        WebIdentityToken: Token,
      });
    },
    'AccessDenied',
  ),
  refused(
    'STS: the ID token of a user pool, for a role that trusts identity pools',
    source.sts('AssumeRoleWithWebIdentity'),
    async (targets) => {
      const { IdToken } = await newPerson(targets);
      const RoleArn = roleArn(targets.mine.people!);
      return targets.aws.sts('AssumeRoleWithWebIdentity', {
        RoleArn,
        RoleSessionName: 'attacker',
        WebIdentityToken: IdToken,
      });
    },
    'InvalidIdentityToken',
  ),
  unsignable('a body that was changed', 'SignatureDoesNotMatch', same, (signed) => ({
    ...signed,
    body: 'Action=GetCallerIdentity&Version=2011-06-15&x=1',
  })),
  unsignable('another secret', 'SignatureDoesNotMatch', (keys) => ({ ...keys, secretAccessKey: 'x'.repeat(40) })),
  unsignable('without the session token', 'InvalidClientTokenId', ({ accessKeyId, secretAccessKey }) => ({
    accessKeyId,
    secretAccessKey,
  })),
  unsignable('the session token of other credentials', 'InvalidClientTokenId', async (keys, targets) => ({
    ...keys,
    sessionToken: (await guestKeys(targets)).sessionToken,
  })),
  unsignable('an hour old', 'SignatureDoesNotMatch', same, undefined, { at: new Date(Date.now() - 3_600_000) }),
  unsignable('an hour ahead', 'SignatureDoesNotMatch', same, undefined, { at: new Date(Date.now() + 3_600_000) }),
  unsignable('for another region', 'SignatureDoesNotMatch', same, (signed) => ({
    ...signed,
    headers: { ...signed.headers, authorization: signed.headers.authorization!.replace('eu-west-1', 'us-east-1') },
  })),
];
