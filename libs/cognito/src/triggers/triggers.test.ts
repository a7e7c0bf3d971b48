import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { type IFunction, type IGrantee } from '@gatehouse/construct-kit';
import { synth, validationErrors } from '@gatehouse/testing';
import { type TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { type TriggerName, type Triggers, UserPool } from '../index';

const arn = (name: string) => `arn:aws:lambda:eu-west-1:111111111111:function:${name}`;

/** A function that something else deploys. */
class TestFunction extends Construct implements IFunction {
  readonly functionName = this.node.id;
  readonly functionArn = arn(this.node.id);
  readonly invokeArn = 'not read';
  readonly qualifier?: string;
}

/** The alias of a function. */
class TestAlias extends TestFunction {
  override readonly functionArn = arn(`${this.node.id}:live`);
  override readonly qualifier = 'live';
}

/** A function whose role is ours. */
class OurFunction extends TestFunction implements IGrantee {
  readonly granteeId = this.node.id;
  readonly roleName = `${this.node.id}-role`;
}

const named = { name: 'acme-users' };

const withTriggers = (triggers: (stack: TerraformStack) => Triggers) =>
  synth((stack) => new UserPool(stack, 'users', { ...named, triggers: triggers(stack) })).resource;

const configOf = ({ aws_cognito_user_pool }: ReturnType<typeof withTriggers>) =>
  aws_cognito_user_pool?.users?.lambda_config;

const codes = (stack: TerraformStack, id = 'codes') => new KmsKey(stack, id);

/** Each trigger that takes a function alone, with its argument in Terraform. */
const plain = {
  preSignUp: 'pre_sign_up',
  postConfirmation: 'post_confirmation',
  preAuthentication: 'pre_authentication',
  postAuthentication: 'post_authentication',
  customMessage: 'custom_message',
  userMigration: 'user_migration',
  defineAuthChallenge: 'define_auth_challenge',
  createAuthChallenge: 'create_auth_challenge',
  verifyAuthChallengeResponse: 'verify_auth_challenge_response',
} as const satisfies { readonly [Name in TriggerName]?: string };

describe('triggers of a user pool', () => {
  it('are a function and its permission to be called by this pool', () => {
    const { aws_cognito_user_pool, ...resources } = withTriggers((stack) => ({
      preSignUp: new TestFunction(stack, 'invited-only'),
    }));

    expect(aws_cognito_user_pool?.users?.lambda_config).toEqual({ pre_sign_up: arn('invited-only') });
    expect(resources).toEqual({
      aws_lambda_permission: {
        users_calls_invited_only: {
          action: 'lambda:InvokeFunction',
          function_name: 'invited-only',
          principal: 'cognito-idp.amazonaws.com',
          source_account: '${element(split(":", aws_cognito_user_pool.users.arn), 4)}',
          source_arn: '${aws_cognito_user_pool.users.arn}',
        },
      },
    });
  });

  it.each(Object.entries(plain) as [keyof typeof plain, string][])('%s is the argument %s', (trigger, argument) => {
    expect(configOf(withTriggers((stack) => ({ [trigger]: new TestFunction(stack, 'own') })))).toEqual({
      [argument]: arn('own'),
    });
  });

  it.each(['V1_0', 'V2_0', 'V3_0'] as const)('preTokenGeneration has the version %s', (version) => {
    const triggers = (stack: TerraformStack) => ({
      preTokenGeneration: { function: new TestFunction(stack, 'claims'), version },
    });

    expect(configOf(withTriggers(triggers))).toEqual({
      pre_token_generation_config: { lambda_arn: arn('claims'), lambda_version: version },
    });
  });

  it('senders get codes that are encrypted with one key', () => {
    const resources = withTriggers((stack) => {
      const key = codes(stack);
      return {
        customEmailSender: { function: new TestFunction(stack, 'mailer'), key },
        customSmsSender: { function: new TestFunction(stack, 'texter'), key: { arn: key.arn } },
      };
    });

    expect(configOf(resources)).toEqual({
      kms_key_id: '${aws_kms_key.codes.arn}',
      custom_email_sender: { lambda_arn: arn('mailer'), lambda_version: 'V1_0' },
      custom_sms_sender: { lambda_arn: arn('texter'), lambda_version: 'V1_0' },
    });
    // The roles of functions that exist are not ours.
    expect(resources).not.toHaveProperty('aws_iam_role_policy');
  });

  it('a sender whose role is ours may decrypt the codes', () => {
    const { aws_iam_role_policy } = withTriggers((stack) => {
      const sender = { function: new OurFunction(stack, 'sender'), key: codes(stack) };
      return { customEmailSender: sender, customSmsSender: sender };
    });

    const { policy, ...rest } = aws_iam_role_policy!.users_codes_sender as { policy: string };
    expect(Object.keys(aws_iam_role_policy!)).toEqual(['users_codes_sender']);
    expect(rest).toEqual({ name: 'decrypt-codes-test-users', role: 'sender-role' });
    expect(JSON.parse(policy)).toEqual({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'kms:Decrypt', Resource: '${aws_kms_key.codes.arn}' }],
    });
  });

  it('one function for several has one permission, which is for its alias', () => {
    const { aws_lambda_permission } = withTriggers((stack) => {
      const all = new TestAlias(stack, 'all');
      return { preSignUp: all, postConfirmation: all, preTokenGeneration: { function: all, version: 'V1_0' } };
    });

    expect(aws_lambda_permission).toMatchObject({ users_calls_all: { function_name: 'all', qualifier: 'live' } });
    expect(Object.keys(aws_lambda_permission!)).toHaveLength(1);
  });

  it('can be added to a pool that is made', () => {
    const { resource } = synth((stack) => {
      const users = new UserPool(stack, 'users', {
        ...named,
        triggers: { preSignUp: new TestFunction(stack, 'linker') },
      });
      users.addTrigger('postConfirmation', new TestFunction(stack, 'welcome'));
      users.addTrigger('preTokenGeneration', new TestFunction(stack, 'claims'), { version: 'V3_0' });
      users.addTrigger('customEmailSender', new OurFunction(stack, 'mailer'), { key: codes(stack) });
    });

    expect(configOf(resource)).toEqual({
      pre_sign_up: arn('linker'),
      post_confirmation: arn('welcome'),
      pre_token_generation_config: { lambda_arn: arn('claims'), lambda_version: 'V3_0' },
      kms_key_id: '${aws_kms_key.codes.arn}',
      custom_email_sender: { lambda_arn: arn('mailer'), lambda_version: 'V1_0' },
    });
    expect(Object.keys(resource.aws_lambda_permission!)).toEqual(
      ['claims', 'linker', 'mailer', 'welcome'].map((name) => `users_calls_${name}`),
    );
  });

  it('fail when one trigger is given two functions', () => {
    expect(() =>
      synth((stack) => {
        const triggers = { preSignUp: new TestFunction(stack, 'linker') };
        const users = new UserPool(stack, 'users', { ...named, triggers });
        users.addTrigger('preSignUp', new TestFunction(stack, 'invited-only'));
      }),
    ).toThrow(
      'test/users, addTrigger("preSignUp"): expected a trigger without a function, because Cognito calls one function ' +
        'for each, found "test/linker". Do both in one function, or remove one of the two.',
    );
  });

  it('fail when the senders have two keys', () => {
    const errors = validationErrors((stack) => {
      const sender = new TestFunction(stack, 'sender');
      const triggers = {
        customEmailSender: { function: sender, key: codes(stack) },
        customSmsSender: { function: sender, key: codes(stack, 'other') },
      };
      new UserPool(stack, 'users', { ...named, triggers });
    });

    expect(errors).toEqual([
      '[test/users] customSmsSender.key: expected the key of the other sender, ${aws_kms_key.codes.arn}, because a pool ' +
        'has one, found "${aws_kms_key.other.arn}". Give both the same key.',
    ]);
  });
});

/** Never called: these lines are type-checked. */
export function doNotCompile(users: UserPool, target: IFunction, key: { readonly arn: string }): void {
  users.addTrigger('preSignUp', target);
  // @ts-expect-error: Cognito has no such trigger
  users.addTrigger('preSignup', target);
  // @ts-expect-error: this trigger has no versions
  users.addTrigger('preSignUp', target, { version: 'V2_0' });
  // @ts-expect-error: which version of the event?
  users.addTrigger('preTokenGeneration', target);
  // @ts-expect-error: there is no such version
  users.addTrigger('preTokenGeneration', target, { version: 'V4_0' });
  // @ts-expect-error: codes are encrypted, with which key?
  users.addTrigger('customEmailSender', target);
  // @ts-expect-error: the key is a construct, or an object with its ARN
  users.addTrigger('customSmsSender', target, { key: 'arn:aws:kms:eu-west-1:111111111111:key/a' });

  // @ts-expect-error: all triggers of a pool that is made elsewhere are one setting of its own
  UserPool.fromId(target, 'theirs', 'eu-west-1_AbCdEf123').addTrigger('preSignUp', target);

  const triggers: Triggers = { customEmailSender: { function: target, key } };
  // @ts-expect-error: a version belongs to it
  const claims: Triggers = { preTokenGeneration: target };
  // @ts-expect-error: a key belongs to it
  const sender: Triggers = { customSmsSender: { function: target } };
  // @ts-expect-error: this trigger has no versions
  const versioned: Triggers = { preSignUp: { function: target, version: 'V1_0' } };
  // @ts-expect-error: a function is a construct, not its ARN
  const byArn: Triggers = { preSignUp: 'arn:aws:lambda:eu-west-1:111111111111:function:greet' };
  void [triggers, claims, sender, versioned, byArn];
}
