import { createHmac } from 'node:crypto';
import { type Row, source } from '../../testing/conformance';
import { addUser, asking, type Door, makeClient, PASSWORD, signIn } from './door';
import { lastCode } from './pages';
import { type Seen, Visitor } from './visitor';

const row = (name: string, prove: Row<Door>['prove'], page: string): Row<Door> => ({
  name,
  source: source.cognitoGuide(page),
  prove,
});

const alert = ({ body }: Seen): string => /role="alert"[^>]*>\s*([^<]*?)\s*</.exec(body)?.[1] ?? '';
const title = ({ body }: Seen): string => /<h1>([^<]*)<\/h1>/.exec(body)?.[1] ?? '';

/** RFC 6238, 30 seconds, 6 digits, of a secret in base32. */
function totp(secret: string, at = Date.now()): string {
  const bits = [...secret].map((char) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char).toString(2).padStart(5, '0'));
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const key = Buffer.from(bytes.map((byte) => parseInt(byte, 2)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const number = hash.readUInt32BE(hash[19]! & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

const TOTP = { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: true } };

const TEXT = { AttributeDataType: 'String', Mutable: true };

interface NewPool {
  readonly visitor: Visitor;
  readonly query: string;
  readonly poolId: string;
}

/** A pool of its own, with a person who was invited with a temporary password and nothing else. */
async function newPool(door: Door, settings: object): Promise<NewPool> {
  const { aws } = door;
  const named = { PoolName: 'strict', UsernameAttributes: ['email'] };
  const { UserPool } = await aws.idp('CreateUserPool', { ...named, ...settings });
  const poolId: string = UserPool.Id;
  const client = await makeClient(aws, poolId, 'web', {
    ...{ AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'], AllowedOAuthScopes: ['openid'] },
    ...{ CallbackURLs: ['http://localhost:3000/callback'], SupportedIdentityProviders: ['COGNITO'] },
  });
  await aws.idp('AdminCreateUser', {
    ...{ UserPoolId: poolId, Username: 'invited@example.com', TemporaryPassword: 'Temporary-horse-1' },
    MessageAction: 'SUPPRESS',
  });
  await door.front.reload([poolId]);
  return { visitor: new Visitor(door.front.urlOf(poolId)), query: asking(client), poolId };
}

/** A pool where everyone needs a second factor. */
export async function strictPool(door: Door): Promise<NewPool> {
  const pool = await newPool(door, {});
  await door.aws.idp('SetUserPoolMfaConfig', { UserPoolId: pool.poolId, ...TOTP });
  return pool;
}

/** A person who set up an authenticator app, and may have codes by e-mail too. */
export async function withTwoFactors(door: Door, Username: string): Promise<NewPool> {
  const pool = await strictPool(door);
  const { poolId: UserPoolId, query, visitor } = pool;
  await addUser(door.aws, UserPoolId, Username);
  const setUp = await signIn(visitor, query, { username: Username });
  await visitor.fill(setUp, { code: totp(/<code>([A-Z2-7]+)<\/code>/.exec(setUp.body)?.[1] ?? '') });
  visitor.cookies.clear();
  const EmailMfaConfiguration = { Message: '{####}', Subject: 'Code' };
  await door.aws.idp('SetUserPoolMfaConfig', { UserPoolId, ...TOTP, EmailMfaConfiguration });
  const either = { Enabled: true, PreferredMfa: false };
  await door.aws.idp('AdminSetUserMFAPreference', {
    ...{ UserPoolId, Username },
    ...{ EmailMfaSettings: either, SoftwareTokenMfaSettings: either },
  });
  return pool;
}

/** Apps show a code in two groups. */
const asShown = (code: string) => code.replace(/^.{3}/, '$& ');

export const challengeRows: Row<Door>[] = [
  row(
    'sign-in page: a temporary password is changed on the page, with the attributes that are missing',
    async (door) => {
      const { query, visitor } = await newPool(door, { Schema: [{ ...TEXT, Name: 'given_name', Required: true }] });
      const person = { username: 'invited@example.com', password: 'Temporary-horse-1' };
      const asked = await signIn(visitor, query, person);
      expect(title(asked)).toBe('Choose a new password');
      expect(asked.body).toContain('First name');
      const weak = await visitor.fill(asked, { password: 'weak', given_name: 'Ada' });
      expect([weak.status, alert(weak)]).toEqual([400, expect.stringMatching(/^Password did not conform with policy/)]);
      expect((await visitor.fill(weak, { password: PASSWORD, given_name: 'Ada' })).params.has('code')).toBe(true);
      visitor.cookies.clear();
      expect((await signIn(visitor, query, { username: person.username })).params.has('code')).toBe(true);
    },
    'managed-login-endpoints',
  ),
  row(
    'sign-in page: an authenticator app is set up and then asked for',
    async (door) => {
      const { poolId, query, visitor } = await strictPool(door);
      await addUser(door.aws, poolId, 'totp@example.com');
      const person = { username: 'totp@example.com', password: PASSWORD };
      const setUp = await signIn(visitor, query, person);
      expect(title(setUp)).toBe('Set up your authenticator app');
      const [, secret = ''] = /<code>([A-Z2-7]+)<\/code>/.exec(setUp.body) ?? [];
      const empty = await visitor.fill(setUp, { code: ' ' });
      expect([title(empty), alert(empty)]).toEqual(['Set up your authenticator app', 'Enter the code.']);
      const words = await visitor.fill(empty, { code: 'my code' });
      expect([title(words), alert(words)]).toEqual(['Set up your authenticator app', 'Code mismatch']);
      const wrong = await visitor.fill(words, { code: '000000' });
      expect([title(wrong), alert(wrong)]).toEqual(['Set up your authenticator app', 'Code mismatch']);
      expect((await visitor.fill(wrong, { code: asShown(totp(secret)) })).params.has('code')).toBe(true);

      visitor.cookies.clear();
      const asked = await signIn(visitor, query, person);
      expect([title(asked), asked.body.includes('Your authenticator app shows it')]).toEqual(['Enter your code', true]);
      const mistyped = await visitor.fill(asked, { code: '000000' });
      expect(alert(mistyped)).toBe('Invalid code received for user');
      // The code of the next 30 seconds: one of these was used already.
      const next = asShown(totp(secret, Date.now() + 30_000));
      expect((await visitor.fill(mistyped, { code: next })).params.has('code')).toBe(true);
    },
    'user-pool-settings-mfa-totp',
  ),
  row(
    'sign-in page: a choice among several factors, and a code by e-mail',
    async (door) => {
      const username = 'both@example.com';
      const { query, visitor } = await withTwoFactors(door, username);
      const choice = await signIn(visitor, query, { username });
      expect(title(choice)).toBe('Choose how to confirm it is you');
      const asked = await visitor.fill(choice, { answer: 'EMAIL_OTP' });
      expect(title(asked)).toBe('Enter your code');
      const done = await visitor.fill(asked, { code: await lastCode(door, username) });
      expect(done.params.has('code')).toBe(true);
    },
    'user-pool-settings-mfa',
  ),
  row(
    'sign-up page: a pool that verifies no address sends no code, and the page announces none',
    async (door) => {
      const { query, visitor } = await newPool(door, {});
      const form = await visitor.get(`/signup?${query}`);
      const seen = await visitor.fill(form, { username: 'unverified@example.com', password: PASSWORD });
      expect(title(seen)).toBe('Sign in');
      expect(seen.body).toContain('Sign in after an administrator has confirmed it.');
    },
    'signing-up-users-in-your-app',
  ),
  row(
    'sign-in page: a session is answered once, and by the client that began it',
    async (door) => {
      const visitor = door.visitor();
      const username = 'once@example.com';
      await addUser(door.aws, door.poolId, username, 'Temporary-horse-1');
      const asked = await signIn(visitor, asking(door.web), { username, password: 'Temporary-horse-1' });
      const [, session = ''] = /name="session" value="([^"]*)"/.exec(asked.body) ?? [];
      const fields = { challenge: 'NEW_PASSWORD_REQUIRED', session, password: PASSWORD };
      const _csrf = visitor.cookies.get('XSRF-TOKEN')!;
      const other = await visitor.post(`/challenge?${asking(door.server)}`, { ...fields, _csrf });
      expect([title(other), alert(other)]).toEqual(['Sign in', 'Invalid session for the user.']);
      expect((await visitor.fill(asked, { password: PASSWORD })).params.has('code')).toBe(true);
      const again = await visitor.fill(asked, { password: 'Another-horse-8' });
      expect(alert(again)).toBe('Invalid session for the user, session can only be used once.');
    },
    'authentication',
  ),
  row(
    'sign-in page: its sessions are no sessions of the API',
    async (door) => {
      const username = 'apart@example.com';
      await addUser(door.aws, door.poolId, username, 'Temporary-horse-1');
      const asked = await signIn(door.visitor(), asking(door.web), { username, password: 'Temporary-horse-1' });
      const [, Session = ''] = /name="session" value="([^"]*)"/.exec(asked.body) ?? [];
      const answer = door.aws.publicIdp('RespondToAuthChallenge', {
        ...{ ClientId: door.web.id, ChallengeName: 'NEW_PASSWORD_REQUIRED', Session },
        ChallengeResponses: { USERNAME: username, NEW_PASSWORD: PASSWORD },
      });
      await expect(answer).rejects.toMatchObject({ code: 'NotAuthorizedException' });
    },
    'authentication',
  ),
  row(
    'sign-in page: after five failures a person waits',
    async (door) => {
      const username = 'locked@example.com';
      await addUser(door.aws, door.poolId, username);
      for (let tries = 0; tries < 6; tries += 1) {
        await signIn(door.visitor(), asking(door.web), { username, password: 'Wrong-horse-9' });
      }
      const seen = await signIn(door.visitor(), asking(door.web), { username });
      expect(alert(seen)).toBe('Password attempts exceeded');
    },
    'authentication',
  ),
  row(
    'sign-in page: a disabled person is refused, and a live session of theirs too',
    async (door) => {
      const visitor = door.visitor();
      const username = 'disabled@example.com';
      await addUser(door.aws, door.poolId, username);
      await signIn(visitor, asking(door.web), { username });
      await door.aws.idp('AdminDisableUser', { UserPoolId: door.poolId, Username: username });
      expect((await visitor.get(`/oauth2/authorize?${asking(door.web)}`)).location).toMatch(/^\/login\?/);
      expect(alert(await signIn(door.visitor(), asking(door.web), { username }))).toBe('User is disabled.');
    },
    'how-to-manage-user-accounts',
  ),
];
