import { setAccount } from '@gatehouse/construct-kit';
import { validationErrors } from '@gatehouse/testing';
import { type AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformVariable, type TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { Group, IdentityPool, UserPool } from '../index';

const far = 'us-east-1_AbCdEf123';
const foreign = 'arn:aws:cognito-idp:eu-west-1:222222222222:userpool/eu-west-1_AbCdEf123';

const inAccount = (stack: TerraformStack) => {
  const scope = new Construct(stack, 'scope');
  setAccount(scope, '111111111111');
  return scope;
};

describe('what is made of a user pool that is made elsewhere', () => {
  it.each<[string, (users: UserPool) => unknown]>([
    ['client', (users) => users.addClient('member', { authFlows: { userSrp: true } })],
    ['group', (users) => users.addGroup('member')],
    ['domain', (users) => users.addDomain('member', { prefix: 'acme' })],
    ['group elsewhere in the stack', (users) => new Group(users.node.scope!, 'member', { userPool: users })],
  ])('is in the region of the pool: %s', (_, add) => {
    const errors = validationErrors((stack) => void add(UserPool.fromId(stack, 'users', far) as never));

    expect(errors).toEqual([
      expect.stringMatching(
        /^\[test\/users\] userPoolId: expected a user pool of eu-west-1, where the stack of test(\/users)?\/member looks for it, found "us-east-1_AbCdEf123"\. Move it into a stack whose provider is of us-east-1, or correct the id\.$/,
      ),
    ]);
  });

  it('is in the account of the pool', () => {
    expect(
      validationErrors((stack) => void UserPool.fromArn(inAccount(stack), 'users', foreign).addGroup('editors')),
    ).toEqual([
      '[test/scope/users] userPoolArn: expected a user pool of the account 111111111111, where the stack of ' +
        `test/scope/users/editors looks for it, found "${foreign}". ` +
        'Move it into a stack that is deployed to 222222222222, or correct the ARN.',
    ]);
  });

  it.each<[string, (stack: TerraformStack) => unknown]>([
    [
      'tokens of any pool',
      (stack) => {
        const users = UserPool.fromId(stack, 'users', far);
        return new IdentityPool(stack, 'people', { name: 'people', guests: true }) && users.issuer;
      },
    ],
    [
      'a pool of an account that is not known',
      (stack) => UserPool.fromArn(stack, 'users', foreign).addGroup('editors'),
    ],
    [
      'a pool that Terraform knows alone',
      (stack) => {
        const { stringValue } = new TerraformVariable(stack, 'id', { type: 'string' });
        return UserPool.fromId(stack, 'users', stringValue).addGroup('editors');
      },
    ],
    [
      'a stack whose region Terraform knows alone',
      (stack) => {
        const { stringValue } = new TerraformVariable(stack, 'region', { type: 'string' });
        const aws = stack.node.findChild('aws') as AwsProvider;
        aws.region = stringValue;
        return UserPool.fromId(stack, 'users', far).addGroup('editors');
      },
    ],
  ])('may be %s', (_, build) => {
    expect(validationErrors((stack) => void build(stack))).toEqual([]);
  });
});

it('has custom attributes by their names without custom:', () => {
  expect(() =>
    validationErrors(
      (stack) => void UserPool.fromId(stack, 'users', far, { customAttributes: ['custom:tenant'] as never }),
    ),
  ).toThrow(
    'test/users, customAttributes: expected a name of 1 to 20 characters without spaces, and without custom: or dev:, found "custom:tenant". ' +
      'Write the name alone; Cognito puts custom: in front by itself.',
  );
});
