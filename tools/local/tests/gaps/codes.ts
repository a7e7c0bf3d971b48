import { request } from 'node:http';
import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { differs, type IdentityGap, identityGapsFrom, type Made } from './gap';
import { PASSWORD, poolWith, setMfa } from './sign-in-kit';

const gap = identityGapsFrom(poolWith());
const Username = 'new@example.com';
const signUp = (aws: Aws, made: Made, more: object = {}) =>
  aws.publicIdp('SignUp', { ClientId: made.app, Username, Password: PASSWORD, ...more });
/** The status that the endpoint answers to a request with these headers, which fetch would not send. */
const codesStatus = (aws: Aws, headers: Record<string, string>, method = 'GET'): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(`${aws.url}/moto-api/gatehouse/codes`, { method, headers }, (response) => {
      response.resume();
      const open = response.headers['access-control-allow-origin'];
      if (open !== undefined) reject(new Error(`CORS lets ${open} read the codes`));
      resolve(response.statusCode!);
    });
    sent.on('error', reject).end();
  });

/** What codes say, and who can read them. */
export const codes: IdentityGap[] = [
  gap('Messages are those of the pool', source.userPools('VerificationMessageTemplateType'), async (aws, made) => {
    const { UserPoolId } = made;
    const message = { EmailVerificationSubject: 'Welcome', EmailVerificationMessage: 'Hello, {####} is yours' };
    await aws.idp('UpdateUserPool', { UserPoolId, AutoVerifiedAttributes: ['email'], ...message });
    await signUp(aws, made);
    const [sent] = await aws.codes(Username, 'SignUp');
    expect(sent).toMatchObject({ subject: 'Welcome', message: `Hello, ${sent!.code} is yours` });
  }),
  gap(
    'Messages are those of the template of the pool',
    source.userPools('VerificationMessageTemplateType'),
    async (aws, made) => {
      const VerificationMessageTemplate = { EmailSubject: 'Welcome', EmailMessage: 'Hello, {####} is yours' };
      const settings = { UserPoolId: made.UserPoolId, AutoVerifiedAttributes: ['email'] };
      await aws.idp('UpdateUserPool', { ...settings, VerificationMessageTemplate });
      await signUp(aws, made);
      const [sent] = await aws.codes(Username, 'SignUp');
      expect(sent).toMatchObject({ subject: 'Welcome', message: `Hello, ${sent!.code} is yours` });
    },
  ),
  differs(
    gap('Codes are sent', source.cognitoGuide('user-pool-settings-mfa-sms-email-message'), async (aws, made) => {
      await setMfa(aws, made, 'OPTIONAL');
      await signUp(aws, made);
      expect((await aws.codes(Username, 'SignUp'))[0]).toMatchObject({
        by: 'EMAIL',
        to: Username,
        username: expect.any(String),
      });
      expect(await codesStatus(aws, {})).toBe(200);
      expect(await codesStatus(aws, { origin: 'https://evil.example.com' })).toBe(403);
      expect(await codesStatus(aws, { origin: 'null' })).toBe(403);
      expect(await codesStatus(aws, { 'sec-fetch-site': 'cross-site' })).toBe(403);
      expect(await codesStatus(aws, { 'sec-fetch-site': 'same-origin' })).toBe(403);
      expect(await codesStatus(aws, { host: 'evil.example.com' })).toBe(403);
      const preflight = { origin: 'https://evil.example.com', 'access-control-request-method': 'GET' };
      expect(await codesStatus(aws, preflight, 'OPTIONS')).toBe(403);
    }),
    'Nothing leaves this machine: codes are printed, and a local endpoint answers them to no web page.',
  ),
];
