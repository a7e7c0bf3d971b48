import { InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import { type Behaviour } from './behaviour';
import { type KitchenSink, PASSWORD } from './sink';

type Values = Readonly<Record<string, string>>;

const list = (values: Values) => Object.entries(values).map(([Name, Value]) => ({ Name, Value }));

/** A person with attributes, who can sign in with the address that is returned. */
async function person(sink: KitchenSink, values: Values): Promise<string> {
  const Username = sink.newEmail();
  const user = { UserPoolId: sink.text('user_pool_id'), Username };
  await sink.aws.idp('AdminCreateUser', { ...user, MessageAction: 'SUPPRESS', UserAttributes: list(values) });
  await sink.aws.idp('AdminSetUserPassword', { ...user, Password: PASSWORD, Permanent: true });
  return Username;
}

const update = (sink: KitchenSink, Username: string, values: Values) =>
  sink.aws.idp('AdminUpdateUserAttributes', {
    UserPoolId: sink.text('user_pool_id'),
    Username,
    UserAttributes: list(values),
  });

async function claimsOf(sink: KitchenSink, username: string): Promise<Record<string, unknown>> {
  const { AuthenticationResult } = await sink.sdk.send(
    new InitiateAuthCommand({
      ClientId: sink.text('app_client_id'),
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: username, PASSWORD },
    }),
  );
  const [, payload = ''] = AuthenticationResult?.IdToken?.split('.') ?? [];
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
}

export const attributeBehaviours: readonly Behaviour[] = [
  {
    name: 'custom attributes of every type are claims of the ID token',
    prove: async (sink) => {
      const values = {
        'custom:tenant': 'acme',
        'custom:seats': '5',
        'custom:beta': 'true',
        'custom:since': '2026-01-31T00:00:00Z',
        given_name: 'Ann',
      };
      const username = await person(sink, values);

      expect(await claimsOf(sink, username)).toMatchObject(values);
    },
  },
  {
    name: 'a person signs in with an address in any letter case',
    prove: async (sink) => {
      const address = await person(sink, {});

      expect(await claimsOf(sink, address.toUpperCase())).toMatchObject({ email: address });
    },
  },
  {
    name: 'an immutable attribute keeps its value, and limits hold',
    prove: async (sink) => {
      const username = await person(sink, { 'custom:tenant': 'acme', middle_name: 'Ann' });

      await expect(update(sink, username, { 'custom:tenant': 'other' })).rejects.toThrow('tenant');
      await expect(update(sink, username, { middle_name: 'Bob' })).rejects.toThrow('middle_name');
      await expect(update(sink, username, { 'custom:seats': '501' })).rejects.toThrow('seats');
      await expect(update(sink, username, { 'custom:seats': 'many' })).rejects.toThrow('seats');
      await update(sink, username, { 'custom:note': 'x'.repeat(2048), 'custom:seats': '500' });
      expect(await claimsOf(sink, username)).toMatchObject({ 'custom:seats': '500', 'custom:tenant': 'acme' });
    },
  },
];
