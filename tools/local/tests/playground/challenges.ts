import { type Site } from './site';
import { PASSWORD, type Visit } from './visit';

const TEMPORARY = 'Temporary-horse-1!';

/** Signs in a person who was invited; the page asks for a password of their own. */
export async function changeTemporaryPassword(visit: Visit, site: Site, email: string): Promise<void> {
  await invite(site, email);
  await visit.signIn('SRP', email, TEMPORARY);
  await visit.sees('NEW_PASSWORD_REQUIRED');
  await visit.fill('New password', PASSWORD);
  await visit.press('Go on');
  await visit.isSignedIn(email);
}

/** Signs in a person who has an authenticator and codes by e-mail; the page asks which. */
export async function signInByEmailCode(visit: Visit, site: Site, email: string): Promise<void> {
  await addEmailCodes(site, email);
  await visit.signIn('Password', email);
  await visit.page.getByLabel('Factor', { exact: true }).selectOption('EMAIL_OTP');
  await visit.press('Go on');
  await visit.press('Use the code that was sent');
  await visit.sees(`by e-mail to ${email}`);
  await visit.press('Go on');
  await visit.isSignedIn(email);
}

/** A person who got a password that must be changed. */
async function invite({ aws, people }: Site, email: string): Promise<void> {
  await aws.idp('AdminCreateUser', {
    ...{ UserPoolId: people.poolId, Username: email, TemporaryPassword: TEMPORARY, MessageAction: 'SUPPRESS' },
    UserAttributes: [
      { Name: 'email', Value: email },
      { Name: 'email_verified', Value: 'true' },
    ],
  });
}

/** Codes by e-mail for a person who has an authenticator, and neither before the other. */
async function addEmailCodes({ aws, people }: Site, Username: string): Promise<void> {
  await aws.idp('SetUserPoolMfaConfig', {
    ...{ UserPoolId: people.poolId, MfaConfiguration: 'OPTIONAL' },
    SoftwareTokenMfaConfiguration: { Enabled: true },
    EmailMfaConfiguration: { Message: '{####}', Subject: 'Code' },
  });
  const either = { Enabled: true, PreferredMfa: false };
  await aws.idp('AdminSetUserMFAPreference', {
    ...{ UserPoolId: people.poolId, Username, EmailMfaSettings: either, SoftwareTokenMfaSettings: either },
  });
}
