import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { source } from '../../testing/conformance';
import { headerOf, signedByAnother, unsigned, withClaims } from '../gaps/forge';
import { claims } from '../gaps/user-pool';
import { type Attack, refused } from './row';
import { getUser, newPerson, type Targets } from './targets';

const page = source.cognitoGuide('amazon-cognito-user-pools-using-tokens-verifying-a-jwt');
const [NOT, INVALID] = ['NotAuthorizedException', /^Invalid Access Token$/];

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** With another header, and the signature that an attacker can make for it. */
function reheaded(token: string, header: object, signature: (signed: string) => Buffer): string {
  const signed = `${encode({ ...headerOf(token), ...header })}.${token.split('.')[1]}`;
  return `${signed}.${signature(signed).toString('base64url')}`;
}

const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const byOwnKey = (signed: string) => sign('sha256', Buffer.from(signed), own.privateKey);

/** GetUser with what an attacker makes of an access token. */
const forged = (name: string, forge: (token: string, targets: Targets) => string | Promise<string>): Attack =>
  refused(
    `GetUser: ${name}`,
    page,
    async (targets) => getUser(targets, await forge((await newPerson(targets)).AccessToken, targets)),
    NOT,
    INVALID,
  );

/** Access tokens that were made or changed by an attacker. */
export const apiTokenAttacks: readonly Attack[] = [
  forged('a token signed with a key of the attacker', signedByAnother),
  forged('a token with the sub of another user', (token) => withClaims(token, { sub: 'another' })),
  forged('a token with more scopes', (token) => withClaims(token, { scope: 'aws.cognito.signin.user.admin admin' })),
  forged('a token that lives longer', (token) => withClaims(token, { exp: Number(claims(token).exp) + 86_400 })),
  forged('a token without a signature, alg none', unsigned),
  forged('alg None in other letters', (token) => reheaded(token, { alg: 'nOnE' }, () => Buffer.alloc(0))),
  forged('HS256 with the public key as the secret', async (token, { aws, mine }) => {
    const { keys } = await aws.published(`/${mine.UserPoolId}/.well-known/jwks.json`);
    const key = keys.find(({ kid }: { kid: string }) => kid === headerOf(token).kid);
    return reheaded(token, { alg: 'HS256' }, (signed) =>
      createHmac('sha256', JSON.stringify(key)).update(signed).digest(),
    );
  }),
  forged('a key of the attacker in the header (jwk)', (token) =>
    reheaded(token, { jwk: own.publicKey.export({ format: 'jwk' }) }, byOwnKey),
  ),
  forged('a key set of the attacker in the header (jku)', (token) =>
    reheaded(token, { jku: 'http://127.0.0.1:9/jwks.json' }, byOwnKey),
  ),
  forged('a certificate of the attacker in the header (x5u)', (token) =>
    reheaded(token, { x5u: 'http://127.0.0.1:9/cert.pem' }, byOwnKey),
  ),
  forged('a key id that is a path', (token) => reheaded(token, { kid: '../../../../dev/null' }, byOwnKey)),
  forged('a key id that nobody has', (token) => reheaded(token, { kid: 'x' }, byOwnKey)),
  forged('the ID token in place of the access token', async (_token, targets) => (await newPerson(targets)).IdToken),
  forged('a token whose claims are a list', (token) => {
    const [header, , signature] = token.split('.');
    return `${header}.${encode([])}.${signature}`;
  }),
  forged('a token cut short', (token) => token.slice(0, -4)),
  forged('two tokens in one', (token) => `${token}.${token}`),
  forged('no token', () => 'x'),
  refused(
    'GetUser: the token of a machine client',
    page,
    async (targets) => {
      const { door, emulator } = targets;
      const body = { poolId: door.poolId, clientId: door.machine.id, scopes: ['reports/read'], metadata: null };
      const { access_token } = await emulator.internal<{ access_token: string }>('front-door-machine-token', body);
      return getUser(targets, access_token);
    },
    NOT,
    /scopes/,
  ),
  refused(
    'GetUser: after GlobalSignOut',
    source.userPools('GlobalSignOut'),
    async (targets) => {
      const { AccessToken } = await newPerson(targets);
      await targets.aws.publicIdp('GlobalSignOut', { AccessToken });
      return getUser(targets, AccessToken);
    },
    NOT,
    /^Access Token has been revoked$/,
  ),
  refused(
    'GetUser: after RevokeToken of its refresh token',
    source.userPools('RevokeToken'),
    async (targets) => {
      const { AccessToken, RefreshToken } = await newPerson(targets);
      await targets.aws.publicIdp('RevokeToken', { ClientId: targets.mine.app, Token: RefreshToken });
      return getUser(targets, AccessToken);
    },
    NOT,
    /^Access Token has been revoked$/,
  ),
  refused(
    'GetUser: of a user who was deleted',
    source.userPools('DeleteUser'),
    async (targets) => {
      const { AccessToken } = await newPerson(targets);
      await targets.aws.publicIdp('DeleteUser', { AccessToken });
      return getUser(targets, AccessToken);
    },
    'UserNotFoundException',
  ),
  refused(
    'GetUser: of a user who was deleted and made again with the same name',
    source.userPools('GetUser'),
    async (targets) => {
      const { aws } = targets;
      const { AccessToken, UserPoolId, email } = await newPerson(targets);
      await aws.idp('AdminDeleteUser', { UserPoolId, Username: email });
      await aws.idp('AdminCreateUser', { UserPoolId, Username: email, MessageAction: 'SUPPRESS' });
      return getUser(targets, AccessToken);
    },
    'UserNotFoundException',
  ),
  refused(
    'GetUser: of a user who is disabled',
    source.userPools('AdminDisableUser'),
    async (targets) => {
      const { AccessToken, UserPoolId, email } = await newPerson(targets);
      await targets.aws.idp('AdminDisableUser', { UserPoolId, Username: email });
      return getUser(targets, AccessToken);
    },
    NOT,
    /disabled|revoked/,
  ),
];
