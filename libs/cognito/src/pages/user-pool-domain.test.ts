import { synth } from '@gatehouse/testing';
import { TerraformOutput } from 'cdktf';
import { UserPool } from '../index';

const domain = (prefix: string) =>
  synth((stack) => {
    const users = new UserPool(stack, 'users', { name: 'gatehouse-test' });
    const { tokenUrl } = users.addDomain('domain', { prefix });
    new TerraformOutput(stack, 'token_url', { value: tokenUrl });
  });

describe('UserPoolDomain', () => {
  it('gives the pool a host', () => {
    expect(domain('acme-dev').resource.aws_cognito_user_pool_domain).toEqual({
      domain: { user_pool_id: '${aws_cognito_user_pool.users.id}', domain: 'acme-dev' },
    });
  });

  it('knows its token URL, in the region of the pool and only once the domain is there', () => {
    expect(domain('acme-dev').output.token_url?.value).toBe(
      'https://${aws_cognito_user_pool_domain.domain.domain}.auth.${element(split("_", aws_cognito_user_pool.users.id), 0)}.amazoncognito.com/oauth2/token',
    );
  });

  it.each([
    ['is empty', ''],
    ['has upper-case letters', 'Acme'],
    ['has a dot', 'acme.dev'],
    ['begins with a hyphen', '-acme'],
    ['ends with a hyphen', 'acme-'],
    ['is too long', 'a'.repeat(64)],
    ['holds the word aws', 'my-aws-app'],
    ['holds the word amazon', 'amazonia'],
    ['holds the word cognito', 'cognito1'],
  ])('fails when the prefix %s', (_, prefix) => {
    expect(() => domain(prefix)).toThrow(
      'test/users/domain, prefix: expected 1 to 63 lowercase letters, digits and hyphens, not starting or ending with a ' +
        `hyphen, without the words aws, amazon and cognito, found "${prefix}". It becomes the first part of the host name.`,
    );
  });
});
