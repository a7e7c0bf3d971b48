import { type IdentityProvider, Secret, UserPool } from '@gatehouse/cognito';
import { synth } from '@gatehouse/testing';
import { type TerraformStack } from 'cdktf';
import { linkAccounts } from '../index';

const clientSecret = Secret.secretsManager({
  arn: 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:social-AbCdEf',
});
const google = { clientId: '1234.apps.googleusercontent.com', clientSecret };
const corp = { name: 'corp', clientId: 'gatehouse', clientSecret, issuer: 'https://login.example.com' };

const pool = (stack: TerraformStack, id = 'users') =>
  new UserPool(stack, id, { name: 'acme users', customAttributes: { subject: { type: 'string' } } });

const built = (build: (users: ReturnType<typeof pool>, stack: TerraformStack) => unknown) =>
  synth((stack) => void build(pool(stack), stack));

describe('linkAccounts', () => {
  it('is a function that may link users of this pool, and nothing else', () => {
    const { resource } = built((users) => linkAccounts(users, { providers: [users.addGoogle('google', google)] }));

    expect(resource.aws_lambda_function?.users_link_accounts).toMatchObject({
      function_name: 'acme-users-link-accounts',
      handler: 'index.handler',
      timeout: 5,
      depends_on: ['aws_iam_role_policy.users_link_accounts'],
    });
    expect(JSON.parse(String(resource.aws_iam_role_policy?.users_link_accounts_permissions?.policy))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'LinkAccounts',
          Effect: 'Allow',
          Action: ['cognito-idp:AdminLinkProviderForUser', 'cognito-idp:ListUsers'],
          Resource: ['${aws_cognito_user_pool.users.arn}'],
        },
      ],
    });
  });

  it('is called before an account is made, and knows the pool from the event: else each would wait for the other', () => {
    const { resource } = built((users) => linkAccounts(users, { providers: [users.addGoogle('google', google)] }));

    expect(resource.aws_cognito_user_pool?.users?.lambda_config).toEqual({
      pre_sign_up: '${aws_lambda_function.users_link_accounts.arn}',
    });
    expect(JSON.stringify(resource.aws_lambda_function)).not.toContain('aws_cognito_user_pool');
    expect(resource.aws_lambda_permission?.users_calls_users_link_accounts).toMatchObject({
      principal: 'cognito-idp.amazonaws.com',
      source_arn: '${aws_cognito_user_pool.users.arn}',
    });
  });

  it('has the name that it is given', () => {
    const { resource } = built((users) =>
      linkAccounts(users, { providers: [users.addGoogle('google', google)], functionName: 'link' }),
    );

    expect(resource.aws_lambda_function?.users_link_accounts?.function_name).toBe('link');
  });

  it('takes an OpenID provider whose subject is in an attribute', () => {
    const attributes = { email: 'email', emailVerified: 'email_verified', subject: 'sub' };

    expect(() =>
      built((users) => linkAccounts(users, { providers: [users.addOidc('corp', { ...corp, attributes })] })),
    ).not.toThrow();
    expect(() => built((users) => linkAccounts(users, { providers: [users.addOidc('corp', corp)] }))).toThrow(
      'test/users, linkAccounts, providers: expected OpenID providers whose claim sub is mapped to an attribute, found "corp". ' +
        "Add a custom attribute, and map it, as in attributes: { ..., subject: 'sub' }: user names lose the letter case of sub.",
    );
  });

  it('refuses providers that verify no address', () => {
    const facebook = (users: UserPool<'subject'>) =>
      users.addFacebook('facebook', { appId: '1234', appSecret: clientSecret });

    // @ts-expect-error Facebook does not say whether it verified an address
    expect(() => built((users) => linkAccounts(users, { providers: [facebook(users)] }))).toThrow(
      'test/users, linkAccounts, providers: expected providers that say whether an e-mail address was verified: ' +
        'Google, Apple and OpenID Connect, found "Facebook". Leave it out: anybody could enter the address of another person there.',
    );
    const any = (provider: IdentityProvider) => provider;
    // @ts-expect-error it may be any provider
    expect(() => built((users) => linkAccounts(users, { providers: [any(facebook(users))] }))).toThrow(
      'found "Facebook"',
    );
  });

  it('refuses providers of which the verified address is not mapped', () => {
    expect(() =>
      built((users) =>
        linkAccounts(users, { providers: [users.addGoogle('google', { ...google, attributes: { email: 'email' } })] }),
      ),
    ).toThrow(
      'expected providers with email and emailVerified among their attributes, found "Google". ' +
        "Map both, as in attributes: { email: 'email', emailVerified: 'email_verified' }.",
    );
  });

  it('refuses providers of another pool, and none', () => {
    const others = () =>
      built((users, stack) => linkAccounts(users, { providers: [pool(stack, 'others').addGoogle('google', google)] }));

    expect(others).toThrow('expected providers of this pool, found "Google"');
    expect(() => built((users) => linkAccounts(users, { providers: [] }))).toThrow(
      'test/users, linkAccounts, providers: expected at least one provider, found [].',
    );
  });

  it('is the one function that Cognito calls then', () => {
    const twice = () =>
      built((users) => {
        const options = { providers: [users.addGoogle('google', google)] };
        linkAccounts(users, options);
        linkAccounts(users, { ...options, functionName: 'other' });
      });

    expect(twice).toThrow(
      'test/users, linkAccounts: expected one call for each user pool, because Cognito calls one function for each trigger, found ' +
        'the construct test/users/users-link-accounts. Put everything into one call.',
    );
  });

  it('refuses a pool with immutable attributes', () => {
    const immutable = () =>
      synth((stack) => {
        const customAttributes = { staffId: { type: 'string', mutable: false } } as const;
        const users = new UserPool(stack, 'users', { name: 'acme', customAttributes });
        linkAccounts(users, { providers: [users.addGoogle('google', google)] });
      });

    expect(immutable).toThrow(
      'test/users, linkAccounts: expected a pool without immutable attributes, because Cognito links no account that has a value in ' +
        'one, found ["staffId"]. Make them mutable in a pool that is not deployed yet; otherwise people sign in with one provider each.',
    );
  });
});
