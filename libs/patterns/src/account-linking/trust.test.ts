import { identityOf, isLocalAndVerified, quoted } from './trust';

const google = { name: 'Google' };
const corp = { name: 'corp', subject: 'custom:subject' };

describe('who a user name stands for', () => {
  it('is the subject after the name of the provider, in any letter case of it', () => {
    expect(identityOf('google_1234', {}, [google])).toEqual({ provider: 'Google', subject: '1234' });
    expect(identityOf('Google_1234', {}, [google])).toEqual({ provider: 'Google', subject: '1234' });
  });

  it('is nobody of a provider that is not trusted', () => {
    expect(identityOf('facebook_1234', {}, [google])).toBeUndefined();
    expect(identityOf('googleplus_1234', {}, [google])).toBeUndefined();
    expect(identityOf('google-corp_1234', {}, [google])).toBeUndefined();
    expect(identityOf('google_1234', {}, [])).toBeUndefined();
  });

  it('is nobody without a subject', () => {
    expect(identityOf('google_', {}, [google])).toBeUndefined();
  });

  it('is the claim as it is written, of a provider that tells upper from lower case', () => {
    expect(identityOf('corp_abc', { 'custom:subject': 'aBc' }, [google, corp])).toEqual({
      provider: 'corp',
      subject: 'aBc',
    });
  });

  it('is nobody where the claim is missing, or is about another person', () => {
    expect(identityOf('corp_abc', {}, [corp])).toBeUndefined();
    expect(identityOf('corp_abc', { 'custom:subject': 'abd' }, [corp])).toBeUndefined();
  });
});

describe('an account that may be linked', () => {
  const account = (attributes: Record<string, string>, more: object = {}) => ({
    Username: 'ada',
    Enabled: true,
    UserStatus: 'CONFIRMED' as const,
    Attributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    ...more,
  });
  const identities = (primary: boolean | string) =>
    JSON.stringify([{ providerName: 'Facebook', userId: '1', primary }]);

  it('has shown to own its address', () => {
    expect(isLocalAndVerified(account({ email_verified: 'true' }))).toBe(true);
    expect(isLocalAndVerified(account({ email_verified: 'false' }))).toBe(false);
    expect(isLocalAndVerified(account({}))).toBe(false);
  });

  it.each(['CONFIRMED', 'FORCE_CHANGE_PASSWORD', 'RESET_REQUIRED'])('is %s', (UserStatus) => {
    expect(isLocalAndVerified(account({ email_verified: 'true' }, { UserStatus }))).toBe(true);
  });

  it.each(['UNCONFIRMED', 'EXTERNAL_PROVIDER', 'ARCHIVED', 'COMPROMISED', 'UNKNOWN', undefined])(
    'is not %s',
    (UserStatus) => {
      expect(isLocalAndVerified(account({ email_verified: 'true' }, { UserStatus }))).toBe(false);
    },
  );

  it('is enabled', () => {
    expect(isLocalAndVerified(account({ email_verified: 'true' }, { Enabled: false }))).toBe(false);
  });

  it('was not made for another provider, though it has a password by now', () => {
    expect(isLocalAndVerified(account({ email_verified: 'true', identities: identities(true) }))).toBe(false);
    expect(isLocalAndVerified(account({ email_verified: 'true', identities: identities('true') }))).toBe(false);
    expect(isLocalAndVerified(account({ email_verified: 'true', identities: identities(false) }))).toBe(true);
  });

  it('is none without attributes', () => {
    expect(isLocalAndVerified({})).toBe(false);
  });
});

it('an address stays within the quotes of a filter', () => {
  expect(quoted('ada@example.com')).toBe('ada@example.com');
  expect(quoted('"a\\b" = "c"@example.com')).toBe('\\"a\\\\b\\" = \\"c\\"@example.com');
});
