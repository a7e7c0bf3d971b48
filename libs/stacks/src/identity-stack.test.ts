import { UserPool } from '@gatehouse/cognito';
import { type Environment } from '@gatehouse/environment';
import { synthApp } from '@gatehouse/testing';
import { addressesOf, environment } from '@gatehouse/platform/testing';
import { IdentityStack } from './identity-stack';

function build(changes: Partial<Environment> = {}) {
  const stack = synthApp((app) => new IdentityStack(app, environment(changes)))['test-identity'];
  if (stack === undefined) throw new Error('no stack');
  return stack;
}

const { clients, identity } = environment();

describe('identity stack', () => {
  it('has these Terraform addresses, which are a contract', () => {
    expect(addressesOf(build())).toEqual([
      'aws_cognito_identity_pool.people',
      'aws_cognito_identity_pool_roles_attachment.people',
      'aws_cognito_resource_server.reports',
      'aws_cognito_user_pool.users',
      'aws_cognito_user_pool_client.app',
      'aws_cognito_user_pool_client.machine',
      'aws_cognito_user_pool_domain.domain',
      'aws_iam_role.people_authenticated',
    ]);
  });

  it('publishes what clients and the API stack need', () => {
    expect(build().output).toEqual({
      user_pool_id: { value: '${aws_cognito_user_pool.users.id}' },
      user_pool_arn: { value: '${aws_cognito_user_pool.users.arn}' },
      user_pool_endpoint: { value: '${aws_cognito_user_pool.users.endpoint}' },
      app_client_id: { value: '${aws_cognito_user_pool_client.app.id}' },
      identity_pool_id: { value: '${aws_cognito_identity_pool.people.id}' },
      machine_client_id: { value: '${aws_cognito_user_pool_client.machine.id}' },
      machine_client_secret: {
        value: '${aws_cognito_user_pool_client.machine.client_secret}',
        sensitive: true,
      },
      token_url: { value: expect.stringMatching(/^https:\/\/.*amazoncognito\.com\/oauth2\/token$/) },
      region: { value: 'eu-west-1' },
    });
  });

  it('publishes what is added to it as well, by its id', () => {
    const stacks = synthApp((app) => {
      const { reports, users } = new IdentityStack(app, environment());
      users.addMachineClient('price-feed', { scopes: [reports.scope('read')], settings: {} });
      users.addClient('desk', { authFlows: { userSrp: true } });
    });

    expect(stacks['test-identity']?.output).toMatchObject({
      desk_client_id: { value: '${aws_cognito_user_pool_client.desk.id}' },
      price_feed_client_id: { value: '${aws_cognito_user_pool_client.price_feed.id}' },
      price_feed_client_secret: {
        value: '${aws_cognito_user_pool_client.price_feed.client_secret}',
        sensitive: true,
      },
    });
    expect(stacks['test-identity']?.output).not.toHaveProperty('desk_client_secret');
  });

  it('publishes a second user pool under a name of its own', () => {
    const stacks = synthApp((app) => {
      new UserPool(new IdentityStack(app, environment()), 'staff', { name: 'staff' });
    });

    expect(stacks['test-identity']?.output).toMatchObject({
      user_pool_id: { value: '${aws_cognito_user_pool.users.id}' },
      staff_user_pool_id: { value: '${aws_cognito_user_pool.staff.id}' },
    });
  });

  it('makes the pool as the environment says', () => {
    const pool = (changes: Partial<Environment['identity']>) =>
      build({ identity: { ...identity, ...changes } }).resource.aws_cognito_user_pool?.users;

    expect(pool({})).toMatchObject({
      name: 'gatehouse-test-users',
      deletion_protection: 'ACTIVE',
      mfa_configuration: 'OPTIONAL',
      admin_create_user_config: { allow_admin_create_user_only: false },
      password_policy: { minimum_length: 12, require_symbols: false, temporary_password_validity_days: 7 },
    });
    expect(pool({})).not.toHaveProperty('user_pool_tier');
    expect(pool({ selfSignUp: false, deletionProtection: false, mfa: 'required', featurePlan: 'plus' })).toMatchObject({
      deletion_protection: 'INACTIVE',
      user_pool_tier: 'PLUS',
      mfa_configuration: 'ON',
      admin_create_user_config: { allow_admin_create_user_only: true },
    });
  });

  it('sends e-mail by SES where the environment says from whom', () => {
    const email = { from: 'no-reply@example.com', fromName: 'Acme', verifiedDomain: 'example.com' };
    const pool = (changes: Partial<Environment['identity']>) =>
      build({ identity: { ...identity, ...changes } }).resource.aws_cognito_user_pool?.users;

    expect(pool({})).not.toHaveProperty('email_configuration');
    expect(pool({ email })).toMatchObject({
      email_configuration: {
        email_sending_account: 'DEVELOPER',
        from_email_address: '"Acme" <no-reply@example.com>',
        source_arn: 'arn:aws:ses:eu-west-1:111111111111:identity/example.com',
      },
    });
    expect(pool({ email: { ...email, region: 'eu-central-1' } })).toMatchObject({
      email_configuration: { source_arn: 'arn:aws:ses:eu-central-1:111111111111:identity/example.com' },
    });
  });

  it('lets people sign in by code only when there is an address to return to', () => {
    const client = (changes: Partial<Environment['clients'][string]>) =>
      build({ clients: { app: { ...clients.app!, ...changes } } }).resource.aws_cognito_user_pool_client?.app;

    expect(client({})).toMatchObject({
      explicit_auth_flows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      allowed_oauth_flows: ['code'],
      callback_urls: ['https://app.example.com/callback'],
      logout_urls: ['https://app.example.com/'],
      refresh_token_validity: 1440,
    });
    expect(client({ callbackUrls: [] })).toMatchObject({ allowed_oauth_flows_user_pool_client: false });
  });

  it('gives machines a secret, the client credentials grant and no other', () => {
    expect(build().resource.aws_cognito_user_pool_client?.machine).toMatchObject({
      generate_secret: true,
      allowed_oauth_flows: ['client_credentials'],
      access_token_validity: 30,
    });
  });

  it('needs a domain for tokens of machines, but on an emulator', () => {
    const without = { identity: { ...identity, domainPrefix: undefined } };
    const { output, resource } = build({ ...without, tier: 'local', endpoint: 'http://127.0.0.1:4599' });

    expect(resource).not.toHaveProperty('aws_cognito_user_pool_domain');
    expect(output).not.toHaveProperty('token_url');
    expect(() => build(without)).toThrow(
      'test-identity, identity.domainPrefix (environments/test.json): expected a domain prefix, because machine clients get their tokens from the domain of the pool, found nothing.',
    );
  });

  it('gives both clients the scopes of the reports API', () => {
    const scopes = ['read', 'write'].map((scope) => `\${aws_cognito_resource_server.reports.identifier}/${scope}`);

    expect(build().resource.aws_cognito_user_pool_client).toMatchObject({
      app: { allowed_oauth_scopes: ['openid', ...scopes] },
      machine: { allowed_oauth_scopes: scopes },
    });
  });

  it('fails when the environment leaves people no way to sign in, naming stack and file', () => {
    expect(() => build({ clients: {} })).toThrow(
      'test-identity/users, client app, authFlows (environments/test.json, clients.app): expected a way for people to sign in',
    );
  });

  it('gives people AWS credentials, and guests only where the environment says so', () => {
    const roles = (guests: boolean) => {
      const { resource } = build({ identity: { ...identity, guests } });
      return {
        guests: resource.aws_cognito_identity_pool?.people?.allow_unauthenticated_identities,
        roles: resource.aws_cognito_identity_pool_roles_attachment?.people?.roles,
      };
    };

    expect(build().resource.aws_cognito_identity_pool?.people).toMatchObject({
      identity_pool_name: 'gatehouse-test-people',
      cognito_identity_providers: [{ client_id: '${aws_cognito_user_pool_client.app.id}' }],
    });
    const authenticated = '${aws_iam_role.people_authenticated.arn}';
    expect(roles(false)).toEqual({ guests: false, roles: { authenticated } });
    expect(roles(true)).toEqual({
      guests: true,
      roles: { authenticated, unauthenticated: '${aws_iam_role.people_guest.arn}' },
    });
  });
});
