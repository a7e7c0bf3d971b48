import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { SecretsmanagerSecretVersion } from '@cdktf/provider-aws/lib/secretsmanager-secret-version';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { Secret } from '@gatehouse/construct-kit';
import { synth, validationErrors } from '@gatehouse/testing';
import { type TerraformStack } from 'cdktf';
import { allowed, build, props } from '../testing/build';
import { LambdaFunction } from './lambda-function';

const arn = 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:database-AbCdEf';

describe('secrets of a function', () => {
  it('are handed over by reference, with the right to read them', () => {
    const stack = synth((scope) => {
      const secret = new SecretsmanagerSecret(scope, 'database', { name: 'database' });
      const parameter = new SsmParameter(scope, 'key', { name: '/key', type: 'SecureString' });
      new LambdaFunction(scope, 'service', {
        ...props,
        variables: { TABLE: 'orders' },
        secrets: { DATABASE: Secret.secretsManager(secret), API_KEY: Secret.parameter(parameter) },
      });
    });

    expect(stack.resource.aws_lambda_function?.service?.environment).toEqual({
      variables: {
        TABLE: 'orders',
        DATABASE: '${aws_secretsmanager_secret.database.arn}',
        API_KEY: '${aws_ssm_parameter.key.arn}',
      },
    });
    expect(allowed(stack)).toEqual([
      {
        Sid: 'ReadSecret',
        Action: ['secretsmanager:GetSecretValue'],
        Resource: ['${aws_secretsmanager_secret.database.arn}'],
      },
      { Sid: 'ReadParameter', Action: ['ssm:GetParameter'], Resource: ['${aws_ssm_parameter.key.arn}'] },
    ]);
  });

  it('may be encrypted with a key of the account', () => {
    const keyArn = 'arn:aws:kms:eu-west-1:111111111111:key/a';
    const stack = build({ secrets: { DATABASE: Secret.secretsManager({ arn }, { keyArn }) } });

    expect(allowed(stack)).toMatchObject([
      { Sid: 'ReadSecret' },
      { Sid: 'DecryptSecret', Action: ['kms:Decrypt'], Resource: [keyArn] },
    ]);
  });

  it.each<[string, (stack: TerraformStack) => string, string]>([
    [
      'a secret',
      (stack) => new SecretsmanagerSecretVersion(stack, 'version', { secretId: arn, secretString: 'a' }).secretString,
      'aws_secretsmanager_secret_version.version.secret_string',
    ],
    [
      'a parameter',
      (stack) => new SsmParameter(stack, 'key', { name: '/key', type: 'SecureString', value: 'a' }).value,
      'aws_ssm_parameter.key.value',
    ],
  ])('are refused as the value of %s', (_what, value, found) => {
    const errors = validationErrors((stack) => {
      new LambdaFunction(stack, 'service', { ...props, variables: { KEY: `k=${value(stack)}` } });
    });

    expect(errors).toEqual([
      '[test/service] variables.KEY: expected a value that everyone who may look at the function may read, found ' +
        `"${found}". Hand over the secret by reference, in \`secrets\`, and read its value in the handler.`,
    ]);
  });
});

describe('variables of a function are refused', () => {
  it.each<[string, Parameters<typeof build>[0] & object, string]>([
    [
      'a name Lambda sets itself',
      { variables: { AWS_REGION: 'a' } },
      'expected a name that Lambda does not set itself',
    ],
    ['a name of one letter', { variables: { A: 'a' } }, 'expected a name of at least two letters'],
    ['a name with a hyphen', { secrets: { 'A-B': Secret.parameter({ arn }) } }, 'found "A-B"'],
    ['a name used twice', { variables: { KEY: 'a' }, secrets: { KEY: Secret.parameter({ arn }) } }, 'secrets.KEY'],
    ['more than 4 KB', { variables: { TEXT: 'x'.repeat(4093) } }, 'found "4097 bytes"'],
  ])('for %s', (_what, changes, message) => {
    expect(() => build(changes)).toThrow(message);
  });
});
