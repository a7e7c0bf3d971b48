import { source } from '../../testing/conformance';
import { type Attack, refused } from './row';
import { newPerson, PASSWORD, passwordSignIn, type Targets } from './targets';

const NOT = 'NotAuthorizedException';
const NEW_PASSWORD = 'Another-horse-battery-8';

let serial = 0;

async function signedUp({ aws, mine }: Targets) {
  const email = `new${(serial += 1)}@example.com`;
  await aws.publicIdp('SignUp', { ClientId: mine.app, Username: email, Password: PASSWORD });
  return email;
}

async function codeOf({ emulator }: Targets, username: string): Promise<string> {
  const response = await fetch(`${emulator.url}/moto-api/gatehouse/codes?${new URLSearchParams({ username })}`);
  return ((await response.json()) as { codes: { code: string }[] }).codes[0]!.code;
}

const confirm = ({ aws, mine }: Targets, Username: string, ConfirmationCode: string) =>
  aws.publicIdp('ConfirmSignUp', { ClientId: mine.app, Username, ConfirmationCode });

/** As many wrong guesses as AWS lets through, then the right code. */
async function guess(times: number, attempt: () => Promise<unknown>): Promise<void> {
  for (let count = 0; count < times; count += 1) await attempt().catch(() => undefined);
}

const wrongOf = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** Passwords and codes that are guessed, or used by another. */
export const codeAttacks: readonly Attack[] = [
  refused(
    'The password guessed: locked out, with the right one too',
    source.cognitoGuide('authentication'),
    async (targets) => {
      const { email } = await newPerson(targets);
      const signIn = (more: object) => passwordSignIn(targets.aws, targets.mine.app!, email!, more);
      await guess(12, () => signIn({ PASSWORD: 'wrong' }));
      return signIn({});
    },
    NOT,
    /^Password attempts exceeded$/,
  ),
  refused(
    'A confirmation code guessed many times: the right one is refused too',
    source.cognitoGuide('limits'),
    async (targets) => {
      const email = await signedUp(targets);
      const code = await codeOf(targets, email);
      await guess(15, () => confirm(targets, email, wrongOf(code)));
      return confirm(targets, email, code);
    },
    'LimitExceededException',
  ),
  refused(
    'A confirmation code of another user',
    source.userPools('ConfirmSignUp'),
    async (targets) => {
      const [mine, theirs] = [await signedUp(targets), await signedUp(targets)];
      const code = await codeOf(targets, theirs);
      return confirm(targets, mine, code === (await codeOf(targets, mine)) ? wrongOf(code) : code);
    },
    'CodeMismatchException',
  ),
  refused(
    'A confirmation code used twice',
    source.userPools('ConfirmSignUp'),
    async (targets) => {
      const email = await signedUp(targets);
      const code = await codeOf(targets, email);
      await confirm(targets, email, code);
      return confirm(targets, email, code);
    },
    NOT,
    /^User cannot be confirmed\. Current status is CONFIRMED$/,
  ),
  refused(
    'A new password with the code of a sign-up',
    source.userPools('ConfirmForgotPassword'),
    async (targets) => {
      const email = await signedUp(targets);
      const request = { ClientId: targets.mine.app, Username: email, Password: NEW_PASSWORD };
      return targets.aws.publicIdp('ConfirmForgotPassword', {
        ...request,
        ConfirmationCode: await codeOf(targets, email),
      });
    },
    'ExpiredCodeException',
  ),
  refused(
    'A forgotten password’s code guessed many times',
    source.cognitoGuide('limits'),
    async (targets) => {
      const { aws, mine } = targets;
      const { email } = await newPerson(targets);
      const UserAttributes = [{ Name: 'email_verified', Value: 'true' }];
      await aws.idp('AdminUpdateUserAttributes', { UserPoolId: mine.UserPoolId, Username: email, UserAttributes });
      const request = { ClientId: mine.app, Username: email };
      await aws.publicIdp('ForgotPassword', request);
      const code = await codeOf(targets, email!);
      const reset = (ConfirmationCode: string) =>
        aws.publicIdp('ConfirmForgotPassword', { ...request, Password: NEW_PASSWORD, ConfirmationCode });
      await guess(20, () => reset(wrongOf(code)));
      return reset(code);
    },
    'LimitExceededException',
  ),
];
