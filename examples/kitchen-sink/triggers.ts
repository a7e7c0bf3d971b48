import { join } from 'node:path';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { UserPool } from '@gatehouse/cognito';
import { Code, LambdaFunction } from '@gatehouse/functions';
import { TerraformOutput } from 'cdktf';

/**
 * Every trigger: those that change nothing for who does not ask, on the pool of everything; and on a pool of their own
 * those that patterns give that pool, and the senders, which would take its messages away.
 */
export function addTriggers(users: UserPool): void {
  const all = new LambdaFunction(users, 'trigger', {
    functionName: 'kitchen-sink-trigger',
    code: Code.bundle(join(__dirname, 'trigger-handler.ts')),
    live: {},
  });
  const names = [
    'postConfirmation',
    'preAuthentication',
    'postAuthentication',
    'userMigration',
    'defineAuthChallenge',
    'createAuthChallenge',
    'verifyAuthChallengeResponse',
  ] as const;
  for (const name of names) users.addTrigger(name, all);
  const asking = users.addClient('asking', { authFlows: { custom: true, userPassword: true } });
  const key = new KmsKey(users, 'codes', { deletionWindowInDays: 7, enableKeyRotation: true });
  const sending = new UserPool(users, 'sending', {
    name: 'kitchen-sink-sending',
    deletionProtection: false,
    selfSignUp: true,
    triggers: {
      preSignUp: all,
      customMessage: all,
      preTokenGeneration: { function: all, version: 'V2_0' },
      customEmailSender: { function: all, key },
      customSmsSender: { function: all, key },
    },
  });
  const client = sending.addClient('sendingApp', { authFlows: { userPassword: true } });
  new TerraformOutput(users, 'asking_client_id', { value: asking.clientId, staticId: true });
  new TerraformOutput(users, 'sending_client_id', { value: client.clientId, staticId: true });
}
