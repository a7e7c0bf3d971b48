import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { synthApp } from '@gatehouse/testing';
import { TerraformOutput, TerraformStack } from 'cdktf';
import { IdentityPool, Login, UserPool } from './index';

/** A stack whose provider, of this region, is the last thing that is added. */
const inRegion = (region: string, build: (stack: TerraformStack) => void) => {
  const { test } = synthApp((app) => {
    const stack = new TerraformStack(app, 'test');
    build(stack);
    new AwsProvider(stack, 'elsewhere', { alias: 'elsewhere', region: 'us-east-1' });
    new AwsProvider(stack, 'aws', { region });
  });
  return test!;
};

const trustOf = (policy: unknown) =>
  (JSON.parse(String(policy)) as { Statement: { Principal: unknown; Condition: unknown }[] }).Statement[0];

const login = Login.google('acme.apps.googleusercontent.com');

describe('in the AWS GovCloud regions', () => {
  it.each([
    ['us-gov-west-1', 'cognito-identity-us-gov.amazonaws.com'],
    ['us-gov-east-1', 'cognito-identity.us-gov-east-1.amazonaws.com'],
  ])('roles of an identity pool in %s trust %s', (region, principal) => {
    const { resource } = inRegion(region, (stack) => new IdentityPool(stack, 'people', { name: 'a', logins: [login] }));
    expect(trustOf(resource.aws_iam_role?.people_authenticated?.assume_role_policy)).toMatchObject({
      Principal: { Federated: principal },
      Condition: {
        StringEquals: { [`${principal}:aud`]: '${aws_cognito_identity_pool.people.id}' },
        'ForAnyValue:StringLike': { [`${principal}:amr`]: 'authenticated' },
      },
    });
  });

  it('an imported identity pool has the name of the region in its id', () => {
    const id = 'us-gov-west-1:1f6e2a30-5b6c-4d7e-8f90-a1b2c3d4e5f6';
    const { resource } = inRegion('eu-west-1', (stack) =>
      IdentityPool.fromId(stack, 'people', id).addRole('editors', { name: 'editors' }),
    );
    expect(trustOf(resource.aws_iam_role?.people_editors?.assume_role_policy)).toMatchObject({
      Principal: { Federated: 'cognito-identity-us-gov.amazonaws.com' },
    });
  });

  it('sign-in pages are at auth-fips', () => {
    const { output } = inRegion('us-gov-west-1', (stack) => {
      const { baseUrl } = new UserPool(stack, 'users', { name: 'acme' }).addDomain('domain', { prefix: 'acme' });
      const theirs = UserPool.fromId(stack, 'theirs', 'us-gov-west-1_AbCdEf123').addDomain('other', {
        prefix: 'other',
      });
      new TerraformOutput(stack, 'urls', { value: [baseUrl, theirs.baseUrl], staticId: true });
    });
    expect(output.urls?.value).toEqual([
      'https://${aws_cognito_user_pool_domain.domain.domain}.auth-fips.${element(split("_", aws_cognito_user_pool.users.id), 0)}.amazoncognito.com',
      'https://${aws_cognito_user_pool_domain.other.domain}.auth-fips.${element(split("_", "us-gov-west-1_AbCdEf123"), 0)}.amazoncognito.com',
    ]);
  });
});

it('in China, roles of an identity pool trust the name that it has elsewhere', () => {
  const { resource } = inRegion(
    'cn-north-1',
    (stack) => new IdentityPool(stack, 'people', { name: 'a', logins: [login] }),
  );
  expect(trustOf(resource.aws_iam_role?.people_authenticated?.assume_role_policy)).toMatchObject({
    Principal: { Federated: 'cognito-identity.amazonaws.com' },
  });
});
