import { synth } from '@gatehouse/testing';
import { IdentityProvider, ManagedUserPoolClient, SamlMetadata } from '../index';
import { callbackUrls, code, make, pool, srp } from '../../testing/client';

describe('flows of the Cognito API', () => {
  it('are those that are asked for, and REFRESH_TOKEN_AUTH', () => {
    const authFlows = { userPassword: true, userSrp: true, adminUserPassword: true, custom: true, user: true };

    expect(make({ authFlows })).toMatchObject({
      explicit_auth_flows: [
        'ALLOW_USER_PASSWORD_AUTH',
        'ALLOW_USER_SRP_AUTH',
        'ALLOW_ADMIN_USER_PASSWORD_AUTH',
        'ALLOW_CUSTOM_AUTH',
        'ALLOW_USER_AUTH',
        'ALLOW_REFRESH_TOKEN_AUTH',
      ],
    });
  });

  it('do without REFRESH_TOKEN_AUTH where refresh tokens rotate', () => {
    expect(make({ ...srp, refreshTokenRotation: { gracePeriodSeconds: 10 } })).toMatchObject({
      explicit_auth_flows: ['ALLOW_USER_SRP_AUTH'],
      refresh_token_rotation: [{ feature: 'ENABLED', retry_grace_period_seconds: 10 }],
    });
  });

  it('are one that needs AWS credentials where refresh tokens of the pages rotate, since AWS takes no list for its own', () => {
    expect(make({ audience: 'browser', oauth: code, refreshTokenRotation: { gracePeriodSeconds: 0 } })).toMatchObject({
      explicit_auth_flows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'],
      refresh_token_rotation: [{ feature: 'ENABLED', retry_grace_period_seconds: 0 }],
    });
  });

  it('have REFRESH_TOKEN_AUTH again when rotation is off, with the grace period that AWS answers', () => {
    expect(make({ ...srp, refreshTokenRotation: 'off' })).toMatchObject({
      explicit_auth_flows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      refresh_token_rotation: [{ feature: 'DISABLED', retry_grace_period_seconds: 0 }],
    });
  });
});

describe('a client', () => {
  it('lists no setting that was not given, so that an older one plans no change', () => {
    expect(Object.keys(make(srp) ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/attributes|session|rotation|propagate|default|analytics/)]),
    );
  });

  it('may let the existence of accounts be seen, and its tokens stay', () => {
    expect(make({ ...srp, preventUserExistenceErrors: false, tokenRevocation: false })).toMatchObject({
      prevent_user_existence_errors: 'LEGACY',
      enable_token_revocation: false,
    });
  });

  it('may give people more time, and tell whose address it is', () => {
    expect(make({ ...srp, generateSecret: true, authSessionMinutes: 15, propagateUserContext: true })).toMatchObject({
      auth_session_validity: 15,
      enable_propagate_additional_user_context_data: true,
    });
    expect(make({ ...srp, propagateUserContext: false })).toMatchObject({
      enable_propagate_additional_user_context_data: false,
    });
  });

  it('counts sign-ins in a Pinpoint project, by its ARN or with a role', () => {
    const application = { arn: 'arn:aws:mobiletargeting:eu-west-1:111111111111:apps/0a' };
    const withRole = { applicationId: '0a', externalId: 'acme', role: { arn: 'arn:aws:iam::111111111111:role/count' } };

    expect(make({ ...srp, analytics: { application } })?.analytics_configuration).toEqual([
      { application_arn: application.arn, user_data_shared: false },
    ]);
    expect(make({ ...srp, analytics: { ...withRole, shareUserData: true } })?.analytics_configuration).toEqual([
      { application_id: '0a', external_id: 'acme', role_arn: withRole.role.arn, user_data_shared: true },
    ]);
  });

  it('reads and writes attributes of its pool', () => {
    const lists = make((users) => ({
      ...srp,
      readAttributes: [users.attribute('email'), users.attribute('emailVerified'), users.attribute('tenant')],
      writeAttributes: [users.attribute('email'), users.attribute('givenName')],
    }));

    expect(lists?.read_attributes).toEqual(['email', 'email_verified', 'custom:tenant']);
    expect(lists?.write_attributes).toEqual(['email', 'given_name']);
  });

  it('may be given all attributes again, by name', () => {
    const { read_attributes: read, write_attributes: write } =
      make({ ...srp, readAttributes: 'all', writeAttributes: 'all' }) ?? {};

    expect(write).toHaveLength(18);
    expect(read).toEqual([...(write as string[]), 'email_verified', 'phone_number_verified']);
  });

  it('returns to one of its URLs where none is asked for', () => {
    expect(make({ oauth: { ...code, defaultRedirectUri: callbackUrls[1] } })).toMatchObject({
      default_redirect_uri: callbackUrls[1],
    });
  });

  it('lets people sign in at providers, which Terraform makes first', () => {
    const { resource } = synth((stack) => {
      const users = pool(stack);
      const corp = users.addSaml('corp', {
        name: 'Corp',
        metadata: SamlMetadata.url('https://corp.example.com/metadata'),
      });
      const theirs = IdentityProvider.fromName(users, 'Elsewhere');
      users.addClient('app', { oauth: { ...code, identityProviders: ['cognito', corp, theirs] } });
      users.addClient('staff', { oauth: { ...code, identityProviders: [corp] } });
    });

    const corp = '${aws_cognito_identity_provider.corp.provider_name}';
    expect(resource.aws_cognito_user_pool_client?.app?.supported_identity_providers).toEqual([
      'COGNITO',
      corp,
      'Elsewhere',
    ]);
    expect(resource.aws_cognito_user_pool_client?.staff?.supported_identity_providers).toEqual([corp]);
  });

  it('has the implicit grant only beside the code grant, with a reason', () => {
    expect(
      make({ oauth: { ...code, implicit: { reason: 'The old kiosk reads tokens from its URL.' } } }),
    ).toMatchObject({ allowed_oauth_flows: ['code', 'implicit'] });
  });
});

describe('a client that another service made', () => {
  it('has the settings of any client, and is found by its name', () => {
    const { resource } = synth((stack) => {
      const userPool = pool(stack);
      new ManagedUserPoolClient(stack, 'search', { userPool, namePrefix: 'AmazonOpenSearchService-x', oauth: code });
    });

    expect(resource.aws_cognito_managed_user_pool_client?.search).toEqual({
      user_pool_id: '${aws_cognito_user_pool.users.id}',
      name_prefix: 'AmazonOpenSearchService-x',
      explicit_auth_flows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      allowed_oauth_flows_user_pool_client: true,
      allowed_oauth_flows: ['code'],
      allowed_oauth_scopes: ['openid'],
      callback_urls: callbackUrls,
      logout_urls: [],
      supported_identity_providers: ['COGNITO'],
      access_token_validity: 60,
      id_token_validity: 60,
      refresh_token_validity: 43200,
      token_validity_units: [{ access_token: 'minutes', id_token: 'minutes', refresh_token: 'minutes' }],
      prevent_user_existence_errors: 'ENABLED',
      enable_token_revocation: true,
    });
  });

  it('is named in one way', () => {
    const add = (names: object) => () =>
      synth((stack) => {
        new ManagedUserPoolClient(stack, 'search', { userPool: pool(stack), oauth: code, ...names });
      });

    expect(add({})).toThrow('test/search, namePrefix: expected namePrefix or namePattern, and not both');
    // Every client begins with it.
    expect(add({ namePrefix: '' })).toThrow('namePrefix or namePattern, and not both, found {"namePrefix":""}');
    expect(add({ namePrefix: 'a', namePattern: 'b' })).toThrow('Give one of them; it must fit one client of the pool.');
  });
});
