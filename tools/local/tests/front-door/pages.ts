import { type Row, source } from '../../testing/conformance';
import { ADA, addUser, asking, type Door, PASSWORD, signIn } from './door';
import { type Seen } from './visitor';

const row = (name: string, prove: Row<Door>['prove'], page = 'managed-login-endpoints'): Row<Door> => ({
  name,
  source: source.cognitoGuide(page),
  prove,
});

const alert = ({ body }: Seen): string => /role="alert"[^>]*>\s*([^<]*?)\s*</.exec(body)?.[1] ?? '';

/** The newest code of a user, by the endpoint for the person at this machine. */
export async function lastCode({ emulator }: Door, username: string): Promise<string> {
  const answer = await fetch(`${emulator.url}/moto-api/gatehouse/codes?username=${encodeURIComponent(username)}`);
  const { codes } = (await answer.json()) as { codes: { code: string }[] };
  return codes[0]?.code ?? '';
}

/** Where the newest e-mail of a user leads. */
async function lastLink({ emulator }: Door, username: string): Promise<URL> {
  const answer = await fetch(`${emulator.url}/moto-api/gatehouse/codes?username=${encodeURIComponent(username)}`);
  const { codes } = (await answer.json()) as { codes: { message: string; subject: string }[] };
  const { message, subject } = codes[0]!;
  expect(subject).toBe('Your link');
  const [, href = '', text] = /^Open <a href="([^"]*)">([^<]*)<\/a>\.$/.exec(message) ?? [];
  expect(text).toBe('this page');
  return new URL(href.replaceAll('&amp;', '&'));
}

const setLink = ({ aws, poolId }: Door, DefaultEmailOption: string) =>
  aws.idp('UpdateUserPool', {
    UserPoolId: poolId,
    AutoVerifiedAttributes: ['email'],
    VerificationMessageTemplate: {
      DefaultEmailOption,
      EmailMessageByLink: 'Open {##this page##}.',
      EmailSubjectByLink: 'Your link',
    },
  });

export const pageRows: Row<Door>[] = [
  row(
    '/login: signs in, sets the cookie cognito for one hour, and goes back with a code and the state',
    async (door) => {
      const seen = await signIn(door.visitor(), asking(door.web));
      expect([seen.status, seen.params.get('state'), seen.params.has('code')]).toEqual([302, 'a b&c', true]);
      const cookie = seen.headers.getSetCookie().find((line) => line.startsWith('cognito='));
      expect(cookie).toMatch(/; Path=\/; Max-Age=3600; HttpOnly; SameSite=Lax$/);
    },
  ),
  row(
    '/login: a wrong password and an unknown user look the same',
    async (door) => {
      const wrong = await signIn(door.visitor(), asking(door.web), { password: 'Wrong-horse-9' });
      const unknown = await signIn(door.visitor(), asking(door.web), { username: 'nobody@example.com' });
      expect([wrong.status, alert(wrong)]).toEqual([400, 'Incorrect username or password.']);
      expect([unknown.status, alert(unknown)]).toEqual([400, 'Incorrect username or password.']);
    },
    'cognito-user-pool-managing-errors',
  ),
  row('/login: checks the authorization request again', async (door) => {
    const visitor = door.visitor();
    const query = asking(door.web, { redirect_uri: 'https://evil.example' });
    const shown = await visitor.get(`/login?${asking(door.web)}`);
    const [, token = ''] = /name="_csrf" value="([^"]*)"/.exec(shown.body) ?? [];
    const seen = await visitor.post(`/login?${query}`, { _csrf: token, username: ADA, password: PASSWORD });
    expect(seen.location).toMatch(/^\/error\?error=redirect_mismatch/);
  }),
  row('/login: a form needs the token of its page and its cookie', async (door) => {
    const [one, two] = [door.visitor(), door.visitor()];
    const path = `/login?${asking(door.web)}`;
    const person = { username: ADA, password: PASSWORD };
    const [, token = ''] = /name="_csrf" value="([^"]*)"/.exec((await one.get(path)).body) ?? [];
    await two.get(path);
    expect((await one.post(path, person)).status).toBe(403);
    expect((await two.post(path, { ...person, _csrf: token })).status).toBe(403);
    expect((await door.visitor().post(path, { ...person, _csrf: '' })).status).toBe(403);
    expect((await one.post(path, { ...person, _csrf: token })).status).toBe(302);
  }),
  row('/login: a form from another origin is refused, also with the right token', async (door) => {
    const visitor = door.visitor();
    const path = `/login?${asking(door.web)}`;
    const [, token = ''] = /name="_csrf" value="([^"]*)"/.exec((await visitor.get(path)).body) ?? [];
    const fields = { username: ADA, password: PASSWORD, _csrf: token };
    const from = [
      ['origin', 'http://localhost:3000'],
      ['origin', 'null'],
      ['sec-fetch-site', 'same-site'],
    ];
    for (const header of from) {
      expect((await visitor.post(path, fields, Object.fromEntries([header]))).status).toBe(403);
    }
  }),
  row('/login: a form is good for five minutes', async (door) => {
    const { headers } = await door.visitor().get(`/login?${asking(door.web)}`);
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^XSRF-TOKEN=[\w-]+; Path=\/; Max-Age=300; HttpOnly; SameSite=Lax$/),
    ]);
  }),
  row(
    '/login: has a button for each other provider of the client',
    async (door) => {
      const { body } = await door.visitor().get(`/login?${asking(door.web)}`);
      for (const name of ['Google', 'Corp']) expect(body).toContain(`>Continue with ${name}<`);
      const { body: own } = await door.visitor().get(`/login?${asking(door.server)}`);
      expect(own).toContain('name="password"');
    },
    'login-endpoint',
  ),
  row('/signup, /confirmuser: an account, by the code that was sent', async (door) => {
    const visitor = door.visitor();
    const username = 'new@example.com';
    const form = await visitor.get(`/signup?${asking(door.web)}`);
    const confirm = await visitor.fill(form, { username, password: PASSWORD });
    expect(confirm.body).toContain('Confirm your account');
    const wrong = await visitor.fill(confirm, { username, code: '000000x' });
    expect(alert(wrong)).toBe('Invalid verification code provided, please try again.');
    const confirmed = await visitor.fill(wrong, { username, code: await lastCode(door, username) });
    expect(confirmed.body).toContain('Your account is confirmed');
    const seen = await visitor.fill(confirmed, { username, password: PASSWORD });
    expect(seen.params.has('code')).toBe(true);
  }),
  row(
    '/confirmUser: the link of a message confirms the account, once and with the right code alone',
    async (door) => {
      await setLink(door, 'CONFIRM_WITH_LINK');
      const visitor = door.visitor();
      const username = 'by-link@example.com';
      const sent = await visitor.fill(await visitor.get(`/signup?${asking(door.web)}`), {
        username,
        password: PASSWORD,
      });
      expect(sent.body).toContain('Confirm your account');
      const link = await lastLink(door, username);
      expect(link.origin).toBe(new URL(door.url).origin);
      const at = (code: string) => `${link.pathname}${link.search.replace(/[^=]*$/, code)}`;
      const code = link.searchParams.get('confirmation_code')!;
      expect((await visitor.get(at('000000x'))).params.get('error')).toMatch(/^Invalid verification code/);
      expect((await visitor.get(at(code))).body).toContain('Your registration has been confirmed');
      expect((await visitor.get(at(code))).params.get('error')).toMatch(/^Invalid code|Current status is CONFIRMED/);
      await setLink(door, 'CONFIRM_WITH_CODE');
    },
    'cognito-user-pool-settings-message-customizations',
  ),
  row('/signup: a taken name and a weak password are shown on the page, the password never', async (door) => {
    const visitor = door.visitor();
    const form = await visitor.get(`/signup?${asking(door.web)}`);
    const taken = await visitor.fill(form, { username: ADA, password: PASSWORD });
    expect([taken.status, alert(taken)]).toEqual([400, 'An account with the given email already exists.']);
    const weak = await visitor.fill(form, { username: 'weak@example.com', password: 'weak' });
    expect(alert(weak)).toMatch(/^Password did not conform with policy/);
    expect(taken.body + weak.body).not.toMatch(new RegExp(`${PASSWORD}|value="weak"`));
  }),
  row('/confirmuser: sends a new code', async (door) => {
    const visitor = door.visitor();
    const username = 'again@example.com';
    await visitor.fill(await visitor.get(`/signup?${asking(door.web)}`), { username, password: PASSWORD });
    const seen = await visitor.fill(await visitor.get(`/confirmuser?${asking(door.web)}`), {
      username,
      resend: 'true',
    });
    expect(seen.body).toContain('We sent you a new code');
  }),
  row('/login: of a person who is not confirmed leads to /confirmuser', async (door) => {
    const visitor = door.visitor();
    const username = 'pending@example.com';
    await visitor.fill(await visitor.get(`/signup?${asking(door.web)}`), { username, password: PASSWORD });
    const seen = await signIn(door.visitor(), asking(door.web), { username });
    expect(seen.body).toContain('Confirm your account');
  }),
  row('/forgotPassword, /confirmforgotpassword: a new password, by the code that was sent', async (door) => {
    const visitor = door.visitor();
    const username = 'forgetful@example.com';
    await addUser(door.aws, door.poolId, username);
    const form = await visitor.get(`/forgotPassword?${asking(door.web)}`);
    const confirm = await visitor.fill(form, { username });
    const code = await lastCode(door, username);
    const wrong = await visitor.fill(confirm, { username, code: 'wrong', password: 'Another-horse-8' });
    expect(alert(wrong)).toBe('Invalid verification code provided, please try again.');
    const changed = await visitor.fill(wrong, { username, code, password: 'Another-horse-8' });
    expect(changed.body).toContain('Your password is changed');
    const seen = await signIn(door.visitor(), asking(door.web), { username, password: 'Another-horse-8' });
    expect(seen.params.has('code')).toBe(true);
  }),
  row(
    '/forgotPassword: an unknown user sees what everyone sees',
    async (door) => {
      const visitor = door.visitor();
      const form = await visitor.get(`/forgotPassword?${asking(door.web)}`);
      const seen = await visitor.fill(form, { username: 'nobody@example.com' });
      expect([seen.status, seen.body.includes('We sent you a code')]).toEqual([200, true]);
    },
    'cognito-user-pool-managing-errors',
  ),
];
