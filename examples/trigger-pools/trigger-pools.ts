import { CognitoUserPool } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { CognitoUserPoolClient } from '@cdktf/provider-aws/lib/cognito-user-pool-client';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { UserPool } from '@gatehouse/cognito';
import { Code, LambdaFunction } from '@gatehouse/functions';
import { TerraformOutput } from 'cdktf';
import { type Construct } from 'constructs';

/**
 * Two pools that have all twelve triggers between them, one with version 1 of the tokens' event and one with version 3, and
 * a third whose trigger may not be called.
 *
 * @param source path of a file of code
 */
export function triggerPools(stack: Construct, source: (file: string) => string): void {
  const all = new LambdaFunction(stack, 'function', {
    functionName: 'function',
    code: Code.bundle(source('index.js')),
    logRetentionDays: 1,
  });
  const ids = {
    ...addGreeted(stack, all),
    ...addRiddles(stack, all, source('sender.ts')),
    ...addForbidden(stack, all),
  };
  new TerraformOutput(stack, 'ids', { value: ids, staticId: true });
}

function addGreeted(stack: Construct, all: LambdaFunction): Record<string, string> {
  const pool = new UserPool(stack, 'greeted', {
    name: 'greeted',
    deletionProtection: false,
    selfSignUp: true,
    triggers: {
      preSignUp: all,
      postConfirmation: all,
      preAuthentication: all,
      postAuthentication: all,
      preTokenGeneration: { function: all, version: 'V1_0' },
      customMessage: all,
      userMigration: all,
    },
  });
  const client = pool.addClient('greeted', { authFlows: { userPassword: true, userSrp: true } });
  return { greetedPool: pool.userPoolId, greeted: client.clientId };
}

function addRiddles(stack: Construct, all: LambdaFunction, senderSource: string): Record<string, string> {
  const key = new KmsKey(stack, 'codes', { deletionWindowInDays: 7, enableKeyRotation: true });
  const sender = new LambdaFunction(stack, 'sender', {
    functionName: 'sender',
    code: Code.bundle(senderSource),
    variables: { KEY_ARN: key.arn },
  });
  const pool = new UserPool(stack, 'riddles', {
    name: 'riddles',
    deletionProtection: false,
    selfSignUp: true,
    accountRecovery: 'phoneThenEmail',
    triggers: {
      defineAuthChallenge: all,
      createAuthChallenge: all,
      verifyAuthChallengeResponse: all,
      customEmailSender: { function: sender, key },
    },
  });
  // Of a pool that is made, as compositions add them.
  pool.addTrigger('customSmsSender', sender, { key });
  pool.addTrigger('preTokenGeneration', all, { version: 'V3_0' });
  const reports = pool.addResourceServer('reports', {
    identifier: 'reports',
    scopes: { read: 'Read', write: 'Write' },
  });
  const client = pool.addClient('riddles', { authFlows: { custom: true, userPassword: true } });
  const scopes = [reports.scope('read'), reports.scope('write')];
  const machine = pool.addClient('machine', { oauth: { grant: 'clientCredentials', scopes } });
  return { riddlesPool: pool.userPoolId, riddles: client.clientId, machine: machine.clientId, codes: key.arn };
}

/** What a construct never makes: a trigger without the permission. */
function addForbidden(stack: Construct, all: LambdaFunction): Record<string, string> {
  const lambdaConfig = { preSignUp: all.functionArn };
  const pool = new CognitoUserPool(stack, 'forbidden', { name: 'forbidden', lambdaConfig });
  const client = new CognitoUserPoolClient(stack, 'forbidden-client', { name: 'forbidden', userPoolId: pool.id });
  return { forbidden: client.id };
}
