import { synth } from '@gatehouse/testing';
import { type TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { snakeCase } from './address';
import { UserPool } from './index';

const password = { authFlows: { userPassword: true } };

const addresses = (build: (stack: TerraformStack) => void) =>
  Object.entries(synth(build).resource).flatMap(([type, named]) =>
    Object.keys(named).map((name) => `${type}.${name}`),
  );

describe('Terraform addresses', () => {
  it('are the ids of the caller, without a hash', () => {
    const found = addresses((stack) => {
      const users = new UserPool(stack, 'users', { name: 'a' });
      users.addResourceServer('reports', { identifier: 'reports', scopes: { read: 'Read' } });
      users.addClient('app', password);
      users.addDomain('domain', { prefix: 'acme' });
    });

    expect(found.sort()).toEqual([
      'aws_cognito_resource_server.reports',
      'aws_cognito_user_pool.users',
      'aws_cognito_user_pool_client.app',
      'aws_cognito_user_pool_domain.domain',
    ]);
  });

  it('do not change when a construct moves in the tree', () => {
    const found = addresses((stack) => {
      new UserPool(new Construct(stack, 'somewhere'), 'users', { name: 'a' });
    });

    expect(found).toEqual(['aws_cognito_user_pool.users']);
  });

  it('may be the same in two stacks', () => {
    const users = (stack: TerraformStack) => void new UserPool(stack, 'users', { name: 'a' });

    expect(addresses(users)).toEqual(addresses(users));
  });

  it.each([
    ['users', 'users'],
    ['webShop', 'web_shop'],
    ['web-shop', 'web_shop'],
    ['web.shop v2', 'web_shop_v2'],
    ['OAuth', 'oauth'],
    ['sha256Sum', 'sha256_sum'],
  ])('write %s as %s', (id, name) => {
    expect(snakeCase(id)).toBe(name);
  });

  it('fails when two clients of different pools would become one', () => {
    const build = (stack: TerraformStack) => {
      new UserPool(stack, 'users', { name: 'a' }).addClient('web-app', password);
      new UserPool(stack, 'staff', { name: 'b' }).addClient('webApp', password);
    };

    expect(() => synth(build)).toThrow(
      'test/staff/webApp/Resource, id: expected an id whose Terraform address aws_cognito_user_pool_client.web_app is free in this stack, found "webApp". The address belongs to test/users/web-app/Resource: choose another id.',
    );
  });

  it('fails when an id cannot be a Terraform name', () => {
    const build = (stack: TerraformStack) => new UserPool(stack, '2nd', { name: 'a' });

    expect(() => synth(build)).toThrow(
      'test/2nd/Resource, id: expected a construct id that begins with a letter, found "2nd". It becomes the Terraform name, so choose another id.',
    );
  });
});
