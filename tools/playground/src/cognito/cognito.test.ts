import { whatToDo } from '../aws/what-to-do';
import { challengeForm } from './challenge-form';
import { otpauthUrl, totp } from './totp';

describe('an authenticator', () => {
  // RFC 6238, appendix B: the last six of eight digits.
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [20000000000, '353130'],
  ])('shows the code of RFC 6238 at %s s', async (seconds, code) => {
    expect(await totp('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', seconds * 1000)).toBe(code);
  });

  it('takes a link', () => {
    expect(otpauthUrl('ABC', 'ada+1@example.com', 'My pool')).toBe(
      'otpauth://totp/My%20pool:ada%2B1%40example.com?secret=ABC&issuer=My%20pool',
    );
  });
});

describe('a challenge', () => {
  const challenge = (name: string, parameters: Record<string, string> = {}) => ({
    ...{ name, parameters, session: 's', username: 'ada' },
  });
  const names = (name: string, parameters?: Record<string, string>) =>
    challengeForm(challenge(name, parameters))?.fields.map((field) => field.name);

  it.each([
    ['SOFTWARE_TOKEN_MFA', ['SOFTWARE_TOKEN_MFA_CODE'], false],
    ['SMS_MFA', ['SMS_MFA_CODE'], true],
    ['EMAIL_OTP', ['EMAIL_OTP_CODE'], true],
  ])('%s asks for a code', (name, fields, codeWasSent) => {
    expect(names(name)).toEqual(fields);
    expect(challengeForm(challenge(name))?.codeWasSent).toBe(codeWasSent);
  });

  it('asks for a new password with the attributes that are missing', () => {
    expect(names('NEW_PASSWORD_REQUIRED', { requiredAttributes: '["userAttributes.name"]' })).toEqual([
      'NEW_PASSWORD',
      'userAttributes.name',
    ]);
  });

  it('asks which second factor', () => {
    const form = challengeForm(challenge('SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]' }));

    expect(form?.fields[0]?.choices).toEqual(['SMS_MFA', 'SOFTWARE_TOKEN_MFA']);
  });

  it('of a kind that the page cannot answer has no form', () => {
    expect(challengeForm(challenge('DEVICE_SRP_AUTH'))).toBeUndefined();
  });
});

it.each([
  ['NotAuthorizedException', 'Incorrect username or password.', 'Check both.'],
  ['NotAuthorizedException', 'Something else', 'Sign in again'],
  ['CodeMismatchException', 'Invalid verification code provided', 'newest code'],
  ['NewException', '', 'Look up NewException of SignUp'],
])('%s "%s" has a line what to do', (type, message, words) => {
  expect(whatToDo({ operation: 'SignUp', type, message })).toContain(words);
});
