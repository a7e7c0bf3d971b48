import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { type IdentityGap, identityGapsFrom, type Made } from './gap';
import { accessToken, PASSWORD, poolWith, refusal, withPassword, WRONG_PASSWORD } from './sign-in-kit';

const gap = identityGapsFrom(poolWith());
const lockout = source.cognitoGuide('authentication');
const locked = refusal('NotAuthorized', 'Password attempts exceeded');

const fail = async (aws: Aws, made: Made, times: number, reason = WRONG_PASSWORD) => {
  for (let tries = 0; tries < times; tries += 1) {
    await expect(withPassword(aws, made, { PASSWORD: 'wrong' })).rejects.toMatchObject(reason);
  }
};

/** What failures bring about. */
export const lockouts: IdentityGap[] = [
  gap('After five wrong passwords the right one is refused too, for a second', lockout, async (aws, made) => {
    await fail(aws, made, 5);
    await expect(withPassword(aws, made)).rejects.toMatchObject(locked);
    await aws.wait(2);
    expect((await withPassword(aws, made)).AuthenticationResult.TokenType).toBe('Bearer');
  }),
  gap('Each further failure doubles the lockout; tries meanwhile do not', lockout, async (aws, made) => {
    await fail(aws, made, 5);
    for (const seconds of [1, 2, 4, 8]) {
      await fail(aws, made, 3, locked);
      await aws.wait(seconds + 1);
      await fail(aws, made, 1);
    }
    // The ninth failure: 16 seconds.
    await aws.wait(10);
    await expect(withPassword(aws, made)).rejects.toMatchObject(locked);
    await aws.wait(7);
    expect((await withPassword(aws, made)).AuthenticationResult.TokenType).toBe('Bearer');
  }),
  gap('Failures are forgotten after fifteen quiet minutes, and after a sign-in', lockout, async (aws, made) => {
    await fail(aws, made, 4);
    await withPassword(aws, made);
    await fail(aws, made, 4);
    await aws.wait(15 * 60 + 1);
    await fail(aws, made, 5);
    await expect(withPassword(aws, made)).rejects.toMatchObject(locked);
  }),
  gap('Where users are hidden, nobody is locked out as a user is', lockout, async (aws, made) => {
    const nobody = { ...made, email: 'nobody@example.com' };
    await fail(aws, nobody, 5);
    await expect(withPassword(aws, nobody)).rejects.toMatchObject(locked);
  }),
  gap(
    'A disabled user learns it by the right password only',
    source.userPools('AdminDisableUser'),
    async (aws, made) => {
      await aws.idp('AdminDisableUser', { UserPoolId: made.UserPoolId, Username: made.email });
      await expect(withPassword(aws, made)).rejects.toMatchObject(refusal('NotAuthorized', 'User is disabled.'));
      await fail(aws, made, 1);
    },
  ),
  gap(
    'ChangePassword: the wrong old password is refused, and so is the sixth try of an hour',
    source.userPools('ChangePassword'),
    async (aws, made) => {
      const AccessToken = await accessToken(aws, made);
      const change = (PreviousPassword: string, ProposedPassword: string) =>
        aws.publicIdp('ChangePassword', { AccessToken, PreviousPassword, ProposedPassword });
      await expect(change('wrong', 'Another-horse-8')).rejects.toMatchObject(WRONG_PASSWORD);
      await expect(change(PASSWORD, 'short')).rejects.toMatchObject(
        refusal('InvalidPassword', 'Password did not conform with policy: Password not long enough'),
      );
      for (const [from, to] of [
        [PASSWORD, 'Another-horse-8'],
        ['Another-horse-8', 'Third-horse-7'],
        ['Third-horse-7', PASSWORD],
      ] as const) {
        await change(from, to);
      }
      await expect(change(PASSWORD, 'Another-horse-8')).rejects.toMatchObject(
        refusal('LimitExceeded', 'Attempt limit exceeded, please try after some time.'),
      );
    },
  ),
];
