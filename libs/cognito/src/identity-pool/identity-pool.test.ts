import { synth } from '@gatehouse/testing';
import { Fn, TerraformOutput } from 'cdktf';
import { IdentityPool, type IdentityPoolProps, UserPool } from '../index';

const visitors = (props: Partial<IdentityPoolProps> = {}, allow: (pool: IdentityPool) => void = () => undefined) =>
  synth((stack) => {
    const users = new UserPool(stack, 'users', { name: 'gatehouse-test' });
    const app = users.addClient('app', { authFlows: { userSrp: true } });
    const pool = new IdentityPool(stack, 'visitors', { name: 'gatehouse-test', clients: [app], ...props });
    allow(pool);
    new TerraformOutput(stack, 'id', { value: pool.identityPoolId });
  });

const trust = (amr: string) => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Federated: 'cognito-identity.amazonaws.com' },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: { 'cognito-identity.amazonaws.com:aud': '${aws_cognito_identity_pool.visitors.id}' },
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': amr },
      },
    },
  ],
});

const parsed = (json: unknown): unknown => JSON.parse(json as string);

const ownPhotos = 'arn:aws:s3:::photos/${cognito-identity.amazonaws.com:sub}/*';

describe('IdentityPool', () => {
  it('gives credentials to people who are signed in, and to no one else', () => {
    const { resource, output } = visitors();

    expect(resource.aws_cognito_identity_pool).toEqual({
      visitors: {
        identity_pool_name: 'gatehouse-test',
        allow_unauthenticated_identities: false,
        allow_classic_flow: false,
        cognito_identity_providers: [
          {
            client_id: '${aws_cognito_user_pool_client.app.id}',
            provider_name: '${aws_cognito_user_pool.users.endpoint}',
            server_side_token_check: true,
          },
        ],
      },
    });
    expect(resource.aws_cognito_identity_pool_roles_attachment).toEqual({
      visitors: {
        identity_pool_id: '${aws_cognito_identity_pool.visitors.id}',
        roles: { authenticated: '${aws_iam_role.visitors_authenticated.arn}' },
      },
    });
    expect(output.id?.value).toBe('${aws_cognito_identity_pool.visitors.id}');
  });

  it('has one role, which only its signed-in people may take and which may do nothing', () => {
    const { resource } = visitors();

    expect(resource.aws_iam_role).toEqual({
      visitors_authenticated: {
        name: 'gatehouse-test-authenticated',
        assume_role_policy: JSON.stringify(trust('authenticated')),
      },
    });
    expect(resource.aws_iam_role_policy).toBeUndefined();
  });

  it('gives signed-in people their permissions, and keeps the variables of IAM', () => {
    const policies = visitors({}, ({ authenticated }) => authenticated.allow(['s3:GetObject'], [ownPhotos])).resource
      .aws_iam_role_policy;

    expect(Object.keys(policies ?? {})).toEqual(['visitors_authenticated']);
    expect(policies?.visitors_authenticated).toMatchObject({
      role: '${aws_iam_role.visitors_authenticated.name}',
      name: 'permissions',
    });
    expect(parsed(policies?.visitors_authenticated?.policy)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['s3:GetObject'],
          Resource: ['arn:aws:s3:::photos/$${cognito-identity.amazonaws.com:sub}/*'],
        },
      ],
    });
  });

  it('leaves references to Terraform', () => {
    const { resource } = synth((stack) => {
      const users = new UserPool(stack, 'users', { name: 'gatehouse-test' });
      const app = users.addClient('app', { authFlows: { userSrp: true } });
      const resources = [
        users.userPoolArn,
        `${users.userPoolArn}/*`,
        Fn.join(':', ['arn', 'aws']),
        '${provider::aws::arn}',
        '$${aws:userid}',
      ];
      const pool = new IdentityPool(stack, 'visitors', { name: 'a', clients: [app] });
      pool.authenticated.allow(['cognito-idp:Get*'], resources);
    });

    // Terraform reads the inside of ${...} as it stands, so its quotes are not escaped as JSON.
    expect(resource.aws_iam_role_policy?.visitors_authenticated?.policy).toContain(
      '"Resource":["${aws_cognito_user_pool.users.arn}","${aws_cognito_user_pool.users.arn}/*",' +
        '"${join(":", ["arn", "aws"])}","${provider::aws::arn}","$${aws:userid}"]',
    );
  });

  it('gives guests credentials without permissions when guests are allowed', () => {
    const { resource } = visitors({ guests: true });

    expect(resource.aws_cognito_identity_pool?.visitors).toMatchObject({
      allow_unauthenticated_identities: true,
    });
    expect(resource.aws_cognito_identity_pool_roles_attachment?.visitors?.roles).toEqual({
      authenticated: '${aws_iam_role.visitors_authenticated.arn}',
      unauthenticated: '${aws_iam_role.visitors_guest.arn}',
    });
    expect(resource.aws_iam_role?.visitors_guest).toEqual({
      name: 'gatehouse-test-guest',
      assume_role_policy: JSON.stringify(trust('unauthenticated')),
    });
    expect(resource.aws_iam_role_policy).toBeUndefined();
  });

  it('gives guests their permissions, and signed-in people none of them', () => {
    const policies = visitors({ guests: true }, ({ guests }) => guests.allow(['geo:GetMap*'], ['*'])).resource
      .aws_iam_role_policy;

    expect(Object.keys(policies ?? {})).toEqual(['visitors_guest']);
    expect(parsed(policies?.visitors_guest?.policy)).toEqual({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['geo:GetMap*'], Resource: ['*'] }],
    });
  });

  it.each([
    [undefined, true],
    [true, true],
    [false, false],
  ])('asks the user pool about each token, unless its author says no: %s', (serverSideTokenCheck, written) => {
    expect(visitors({ serverSideTokenCheck }).resource.aws_cognito_identity_pool?.visitors).toMatchObject({
      cognito_identity_providers: [{ server_side_token_check: written }],
    });
  });

  it('takes the tokens of several clients', () => {
    const { resource } = synth((stack) => {
      const users = new UserPool(stack, 'users', { name: 'gatehouse-test' });
      const clients = ['web', 'phone'].map((id) => users.addClient(id, { authFlows: { userSrp: true } }));
      new IdentityPool(stack, 'visitors', { name: 'gatehouse-test', clients });
    });

    expect(resource.aws_cognito_identity_pool?.visitors?.cognito_identity_providers).toMatchObject([
      { client_id: '${aws_cognito_user_pool_client.web.id}' },
      { client_id: '${aws_cognito_user_pool_client.phone.id}' },
    ]);
  });

  it.each<[string, Partial<IdentityPoolProps>, string]>([
    [
      'its name is too long for its roles',
      { name: 'x'.repeat(51) },
      'test/visitors, name: expected 1 to 50 letters, digits and _ + = , . @ -, found',
    ],
    ['its name has a space', { name: 'my visitors' }, 'found "my visitors"'],
    [
      'nobody could get credentials',
      { clients: [] },
      'test/visitors, clients: expected at least one client, login or developerProvider, or guests, found []. Give the clients whose people get credentials.',
    ],
    [
      'guests alone have tags, which come from tokens',
      { clients: [], guests: true, principalTags: { team: 'custom:team' } },
      'test/visitors, principalTags: expected a client or a login, from whose tokens the tags come, found {"team":"custom:team"}. ' +
        'Guests have no token: leave principalTags out, or give the clients whose people are tagged.',
    ],
  ])('fails when %s', (_, props, message) => {
    expect(() => visitors(props)).toThrow(message);
  });

  it.each(['authenticated', 'guest'])('has a role %s already', (id) => {
    expect(() => visitors({}, (pool) => pool.addRole(id))).toThrow(
      `test/visitors, addRole("${id}"), id: expected an id that nothing else of the identity pool has, found "${id}". ` +
        'Use the role that is there, such as people.authenticated, or choose another id.',
    );
  });

  it('writes nothing of what guests may do where there are none', () => {
    const { resource } = visitors({}, ({ guests }) => {
      expect(guests).toMatchObject({ granteeId: 'visitors_guest', roleName: undefined });
      guests.allow(['geo:GetMap*'], ['*']);
    });

    expect(Object.keys(resource.aws_iam_role ?? {})).toEqual(['visitors_authenticated']);
    expect(resource.aws_iam_role_policy).toBeUndefined();
  });

  it('allows one thing after the other in one policy', () => {
    const { resource } = visitors({}, ({ authenticated }) => {
      authenticated.allow(['s3:GetObject'], ['arn:aws:s3:::a/*']);
      authenticated.allow(['s3:PutObject'], ['arn:aws:s3:::b/*']);
    });

    expect(parsed(resource.aws_iam_role_policy?.visitors_authenticated?.policy)).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::a/*'] },
        { Effect: 'Allow', Action: ['s3:PutObject'], Resource: ['arn:aws:s3:::b/*'] },
      ],
    });
  });

  const place = 'test/visitors/guest, allow';
  it.each<[string, string[], string[], string]>([
    [
      'everything',
      ['*'],
      ['*'],
      `${place}, actions: expected actions such as s3:GetObject or s3:Get*, found "*". List the actions: everyone who signs up, or anyone at all, holds this role.`,
    ],
    ['all of a service', ['s3:GetObject', 's3:*'], ['*'], `${place}, actions: expected actions such as`],
    ['no action', [], ['*'], `${place}, actions`],
    [
      'an action on nothing',
      ['s3:GetObject'],
      [],
      `${place}, resources: expected at least one ARN, found []. Say what the actions may touch.`,
    ],
  ])('fails when guests are allowed %s, with and without guests', (_, actions, resources, message) => {
    for (const guests of [true, false]) {
      expect(() => visitors({ guests }, (pool) => pool.guests.allow(actions, resources))).toThrow(message);
    }
  });
});
