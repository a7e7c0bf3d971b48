import { ForgotPasswordCommand } from '@aws-sdk/client-cognito-identity-provider';
import { type Behaviour } from './behaviour';
import { type KitchenSink, PASSWORD } from './sink';

export const messageBehaviours: readonly Behaviour[] = [
  {
    name: 'an invitation is as the pool writes it, where no language has its own',
    prove: async (sink) => {
      const Username = sink.newEmail();
      const { User } = await sink.aws.idp('AdminCreateUser', {
        UserPoolId: sink.text('user_pool_id'),
        Username,
        // Without one, people of a pool that signs in by code need none, and get no invitation.
        TemporaryPassword: PASSWORD,
        UserAttributes: attributes({ email: Username, locale: 'de' }),
        DesiredDeliveryMediums: ['EMAIL'],
      });
      const { code, message, subject } = await sink.codeOf(Username);
      expect([subject, message]).toEqual(['Welcome', `Acme: ${User.Username} ${code}`]);
    },
  },
  {
    name: 'a code is in the language of the person, else of the request, else of everyone else',
    prove: async (sink) => {
      expect(await forgotten(sink, { locale: 'de-AT' })).toEqual(['Ihr Code', 'Ihr Code ist ?.']);
      expect(await forgotten(sink, { locale: 'ja' })).toEqual(['Your code', 'Your code is ?.']);
      expect(await forgotten(sink, {}, { locale: 'de' })).toEqual(['Ihr Code', 'Ihr Code ist ?.']);
    },
  },
  {
    name: 'the pool sends by SES, from an address with a name, and SMS with an external id',
    prove: async (sink) => {
      const { UserPool } = await sink.aws.idp('DescribeUserPool', { UserPoolId: sink.text('user_pool_id') });
      expect(UserPool.EmailConfiguration).toEqual({
        EmailSendingAccount: 'DEVELOPER',
        From: `=?UTF-8?B?${Buffer.from('Grüße von Acme').toString('base64')}?= <no-reply@sink.example.com>`,
        ReplyToEmailAddress: 'help@example.com',
        SourceArn: 'arn:aws:ses:eu-west-1:123456789012:identity/sink.example.com',
        ConfigurationSet: 'sink-example-com',
      });
      expect(UserPool.SmsConfiguration).toEqual({
        ExternalId: 'kitchen-sink',
        SnsCallerArn: 'arn:aws:iam::123456789012:role/kitchen-sink-sms',
        SnsRegion: 'eu-west-1',
      });
    },
  },
  {
    name: 'the domain of the mail proves itself in its zone, and lets the pool send',
    prove: async (sink) => {
      const domain = 'sink.example.com';
      const { DkimAttributes, Policies } = await sink.aws.rest('ses', 'GET', `/v2/email/identities/${domain}`);
      const records = await sink.records();
      for (const token of DkimAttributes.Tokens as string[]) {
        const value = `${token}.dkim.amazonses.com`;
        expect(records).toContainEqual({ name: `${token}._domainkey.${domain}.`, type: 'CNAME', value });
      }
      expect(JSON.parse(Policies.users as string)).toMatchObject({
        Statement: [
          {
            Principal: { Service: 'email.cognito-idp.amazonaws.com' },
            Resource: `arn:aws:ses:eu-west-1:123456789012:identity/${domain}`,
            Condition: { ArnLike: { 'aws:SourceArn': expect.stringContaining(sink.text('user_pool_id')) as string } },
          },
        ],
      });
    },
  },
];

const attributes = (all: Record<string, string>) => Object.entries(all).map(([Name, Value]) => ({ Name, Value }));

async function person(sink: KitchenSink, more: Record<string, string>): Promise<string> {
  const Username = sink.newEmail();
  const user = { UserPoolId: sink.text('user_pool_id'), Username };
  const UserAttributes = attributes({ email: Username, email_verified: 'true', ...more });
  await sink.aws.idp('AdminCreateUser', { ...user, MessageAction: 'SUPPRESS', UserAttributes });
  await sink.aws.idp('AdminSetUserPassword', { ...user, Password: PASSWORD, Permanent: true });
  return Username;
}

/** Subject and text for a forgotten password, without the code. */
async function forgotten(sink: KitchenSink, more: Record<string, string>, ClientMetadata?: Record<string, string>) {
  const Username = await person(sink, more);
  await sink.sdk.send(new ForgotPasswordCommand({ ClientId: sink.text('app_client_id'), Username, ClientMetadata }));
  const { code, message, subject } = await sink.codeOf(Username);
  return [subject, message?.replace(code, '?')];
}
