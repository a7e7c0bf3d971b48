import {
  type CognitoIdentityProviderClient,
  DeleteUserPoolClientCommand,
  SetUserPoolMfaConfigCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { cognitoClient } from '@gatehouse/local-tools/aws-clients';
import { dangerous, source } from '../change';

type Send = (
  client: CognitoIdentityProviderClient,
  ids: { readonly pool: string; readonly client: string },
) => Promise<unknown>;

/** What somebody does to the deployed environment past Terraform. */
const byHand = (act: Send, undo: Send) =>
  source({
    outside: async ({ url }, outputs) => {
      const client = cognitoClient(url, 'eu-west-1');
      const ids = { pool: String(outputs['user_pool_id']), client: String(outputs['machine_client_id']) };
      await act(client, ids);
      return async () => {
        await undo(client, ids);
        client.destroy();
      };
    },
  });

/** In this order: what was deleted cannot be brought back. */
export const drift = [
  dangerous(
    'drift-mfa-off',
    'Somebody switches second factors off in the console',
    'medium access-drift',
    byHand(
      (client, { pool }) =>
        client.send(new SetUserPoolMfaConfigCommand({ UserPoolId: pool, MfaConfiguration: 'OFF' })),
      (client, { pool }) =>
        client.send(
          new SetUserPoolMfaConfigCommand({
            UserPoolId: pool,
            MfaConfiguration: 'ON',
            SoftwareTokenMfaConfiguration: { Enabled: true },
          }),
        ),
    ),
  ),
  dangerous(
    'drift-client-deleted',
    'Somebody deletes the client that machines use in the console',
    'high access-drift',
    byHand(
      (client, { pool, client: id }) =>
        client.send(new DeleteUserPoolClientCommand({ UserPoolId: pool, ClientId: id })),
      () => Promise.resolve(),
    ),
  ),
];
