import { type CustomMessageTriggerEvent } from 'aws-lambda';
import { handler, type Texts } from './handler';

const texts: Texts = {
  fallback: 'en',
  languages: {
    en: {
      invitation: { emailSubject: 'Welcome', emailBody: '{username}: {####}', sms: 'Acme {username} {####}' },
      verification: { emailSubject: 'Your code', emailBody: 'Your code is {####}.', sms: 'Acme: {####}' },
      secondFactor: { sms: 'Sign in: {####}' },
    },
    de: {
      verification: { emailSubject: 'Ihr Code', emailBody: 'Ihr Code ist {####}.', sms: 'Acme-Code: {####}' },
      forgotPassword: { emailBody: 'Neues Passwort: {####}' },
    },
    'pt-BR': { verification: { emailBody: 'Seu código é {####}.' } },
    fr: { verificationLink: { emailBody: 'Ouvrez {##cette page##}' }, verification: { emailBody: 'Code : {####}' } },
  },
};

interface Asked {
  readonly locale?: string;
  readonly metadata?: Record<string, string>;
  readonly username?: string;
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-message.html */
const event = (
  triggerSource: CustomMessageTriggerEvent['triggerSource'],
  { locale, metadata, username }: Asked,
): CustomMessageTriggerEvent => ({
  version: '1',
  triggerSource,
  region: 'eu-west-1',
  userPoolId: 'eu-west-1_AbCdEf123',
  userName: 'ada',
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: '1h57kf5cpq17m0eml12example' },
  request: {
    userAttributes: { email: 'ada@example.com', ...(locale !== undefined && { locale }) },
    codeParameter: '{####}',
    linkParameter: '{##Click Here##}',
    usernameParameter: username ?? null,
    clientMetadata: metadata,
  },
  response: { smsMessage: null, emailMessage: null, emailSubject: null },
});

const ask = async (source: CustomMessageTriggerEvent['triggerSource'], asked: Asked = {}) =>
  (await handler(event(source, asked))).response;

describe('a message by language', () => {
  beforeAll(() => Object.assign(globalThis, { TEXTS: texts }));
  afterAll(() => Object.assign(globalThis, { TEXTS: undefined }));

  it('is in the language of the person', async () => {
    expect(await ask('CustomMessage_SignUp', { locale: 'de' })).toEqual({
      emailSubject: 'Ihr Code',
      emailMessage: 'Ihr Code ist {####}.',
      smsMessage: 'Acme-Code: {####}',
    });
  });

  it.each([
    ['de-AT', 'Ihr Code ist {####}.'],
    ['de_CH', 'Ihr Code ist {####}.'],
    ['PT-br', 'Seu código é {####}.'],
    ['pt', 'Your code is {####}.'],
    ['ja', 'Your code is {####}.'],
    ['', 'Your code is {####}.'],
    ['constructor', 'Your code is {####}.'],
  ])('is, for %j, the nearest that there is, else that of everyone else', async (locale, expected) => {
    expect((await ask('CustomMessage_VerifyUserAttribute', { locale })).emailMessage).toBe(expected);
  });

  it('is in the language of the request, before that of the person', async () => {
    const asked = { locale: 'pt-BR', metadata: { locale: 'de' } };
    expect((await ask('CustomMessage_SignUp', asked)).emailSubject).toBe('Ihr Code');
    const unknown = { locale: 'de', metadata: { locale: 'xx' } };
    expect((await ask('CustomMessage_SignUp', unknown)).emailSubject).toBe('Ihr Code');
  });

  it('is that of everyone else for what the language has no text for', async () => {
    expect(await ask('CustomMessage_AdminCreateUser', { locale: 'de', username: 'ada' })).toEqual({
      emailSubject: 'Welcome',
      emailMessage: 'ada: {####}',
      smsMessage: 'Acme ada {####}',
    });
  });

  it('leaves to the pool what it has no text for', async () => {
    expect(await ask('CustomMessage_Authentication', { locale: 'de' })).toEqual({
      emailSubject: null,
      emailMessage: null,
      smsMessage: 'Sign in: {####}',
    });
  });

  it('is its own for a forgotten password, where there is one', async () => {
    expect((await ask('CustomMessage_ForgotPassword', { locale: 'de' })).emailMessage).toBe('Neues Passwort: {####}');
    expect((await ask('CustomMessage_ForgotPassword', { locale: 'en' })).emailMessage).toBe('Your code is {####}.');
  });

  it('is a link at sign-up alone', async () => {
    for (const source of ['CustomMessage_SignUp', 'CustomMessage_ResendCode'] as const) {
      expect((await ask(source, { locale: 'fr' })).emailMessage).toBe('Ouvrez {##cette page##}');
    }
    expect((await ask('CustomMessage_UpdateUserAttribute', { locale: 'fr' })).emailMessage).toBe('Code : {####}');
  });
});
