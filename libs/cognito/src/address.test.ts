import { synth } from '@gatehouse/testing';
import { type TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { IdentityPool, UserPool } from './index';

const addresses = (build: (stack: TerraformStack) => void) =>
  Object.entries(synth(build).resource).flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`));

describe('Terraform addresses', () => {
  it('are the ids of the caller, without a hash', () => {
    const found = addresses((stack) => {
      const users = new UserPool(stack, 'users', { name: 'a' });
      users.addResourceServer('reports', { identifier: 'reports', scopes: { read: 'Read' } });
      const app = users.addClient('app', { authFlows: { userPassword: true } });
      users.addDomain('domain', { prefix: 'acme' });
      const pool = new IdentityPool(stack, 'visitors', { name: 'a', clients: [app], guests: true });
      for (const role of [pool.authenticated, pool.guests]) role.allow(['s3:GetObject'], ['*']);
    });

    expect(found.sort()).toEqual([
      'aws_cognito_identity_pool.visitors',
      'aws_cognito_identity_pool_roles_attachment.visitors',
      'aws_cognito_resource_server.reports',
      'aws_cognito_user_pool.users',
      'aws_cognito_user_pool_client.app',
      'aws_cognito_user_pool_domain.domain',
      'aws_iam_role.visitors_authenticated',
      'aws_iam_role.visitors_guest',
      'aws_iam_role_policy.visitors_authenticated',
      'aws_iam_role_policy.visitors_guest',
    ]);
  });

  it('do not change when a construct moves in the tree', () => {
    const found = addresses((stack) => {
      new UserPool(new Construct(stack, 'somewhere'), 'users', { name: 'a' });
    });

    expect(found).toEqual(['aws_cognito_user_pool.users']);
  });
});
