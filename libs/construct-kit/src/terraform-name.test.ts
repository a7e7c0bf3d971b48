import { CognitoUserPool } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { synth } from '@gatehouse/testing';
import { Construct } from 'constructs';
import { nameInTerraform, snakeCase } from './index';

/** A pool with this Terraform name, below a construct of its own. */
const pool = (scope: Construct, id: string, name: string) =>
  nameInTerraform(new CognitoUserPool(new Construct(scope, id), 'Resource', { name }), name);

describe('nameInTerraform', () => {
  it('gives the name alone, without a hash', () => {
    const { resource } = synth((stack) => pool(stack, 'somewhere', 'users'));

    expect(resource).toEqual({ aws_cognito_user_pool: { users: { name: 'users' } } });
  });

  it('fails when a name cannot be one in Terraform', () => {
    expect(() => synth((stack) => pool(stack, 'second', '2nd'))).toThrow(
      'test/second, id: expected letters and digits that make a Terraform name, beginning with a letter, found "2nd".',
    );
  });

  it('fails when two resources of a stack have one address, and names both', () => {
    const build = () =>
      synth((stack) => {
        pool(stack, 'one', 'users');
        pool(stack, 'other', 'users');
      });

    expect(build).toThrow(
      'test/other, id: expected a Terraform address of its own, found "aws_cognito_user_pool.users, which test/one has".',
    );
  });
});

describe('snakeCase', () => {
  it.each([
    ['users', 'users'],
    ['webShop', 'web_shop'],
    ['web-shop', 'web_shop'],
    ['web.shop v2', 'web_shop_v2'],
    ['OAuth', 'oauth'],
    ['sha256Sum', 'sha256_sum'],
  ])('writes %s as %s', (text, name) => {
    expect(snakeCase(text)).toBe(name);
  });
});
