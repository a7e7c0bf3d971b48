import { setAccount } from '@gatehouse/construct-kit';
import { synth } from '@gatehouse/testing';
import { type TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { type FromIdOptions, IdentityPool, UserPool, UserPoolClient } from '../index';

const userPoolId = 'eu-west-1_AbCdEf123';
const userPoolArn = `arn:aws:cognito-idp:eu-west-1:111111111111:userpool/${userPoolId}`;
const endpoint = `cognito-idp.eu-west-1.amazonaws.com/${userPoolId}`;

/** What `read` finds in a stack, without what is synthesized. */
function inStack<T>(read: (stack: TerraformStack) => T): T {
  let found: { value: T } | undefined;
  synth((stack) => (found = { value: read(stack) }));
  return found!.value;
}

describe('a user pool made elsewhere', () => {
  it('is named by its ARN', () => {
    expect(inStack((stack) => UserPool.fromArn(stack, 'users', userPoolArn))).toMatchObject({
      userPoolId,
      userPoolArn,
      endpoint,
      issuer: `https://${endpoint}`,
    });
  });

  it('is named by its id, in an account that is given', () => {
    expect(inStack((stack) => UserPool.fromId(stack, 'users', userPoolId, { account: '111111111111' }))).toMatchObject({
      userPoolId,
      userPoolArn,
      endpoint,
    });
  });

  it('is named by its id, in the account of the stack', () => {
    const arn = inStack((stack) => {
      const scope = new Construct(stack, 'scope');
      setAccount(scope, '111111111111');
      return UserPool.fromId(scope, 'users', userPoolId).userPoolArn;
    });

    expect(arn).toBe(userPoolArn);
  });

  it('has the names of its own AWS partition', () => {
    expect(
      inStack((stack) => UserPool.fromId(stack, 'users', 'us-gov-west-1_Ab1', { account: '111111111111' })),
    ).toMatchObject({
      userPoolArn: 'arn:aws-us-gov:cognito-idp:us-gov-west-1:111111111111:userpool/us-gov-west-1_Ab1',
    });
  });

  it('may be known only when Terraform runs', () => {
    const { resource } = synth((stack) => {
      const arn = new TerraformVariable(stack, 'arn', { type: 'string' }).stringValue;
      const users = UserPool.fromArn(stack, 'users', arn);
      new IdentityPool(stack, 'people', { name: 'people', clients: [users.addClient('app', srp)] });
    });

    expect(resource.aws_cognito_user_pool_client?.app?.user_pool_id).toBe('${element(split("/", var.arn), 1)}');
    expect(resource.aws_cognito_identity_pool?.people?.cognito_identity_providers).toMatchObject([
      {
        provider_name:
          'cognito-idp.${element(split(":", var.arn), 3)}.amazonaws.com/${element(split("/", var.arn), 1)}',
      },
    ]);
  });

  it('takes a resource server, clients and a domain, and is no resource itself', () => {
    const { resource } = synth((stack) => {
      const users = UserPool.fromId(stack, 'users', userPoolId);
      const reports = users.addResourceServer('reports', { identifier: 'reports', scopes: { read: 'Read' } });
      const scopes = [reports.scope('read'), 'elsewhere/write'] as const;
      users.addClient('machine', { oauth: { grant: 'clientCredentials', scopes } });
      users.addDomain('domain', { prefix: 'acme' });
    });

    expect(resource).not.toHaveProperty('aws_cognito_user_pool');
    expect(resource.aws_cognito_resource_server?.reports).toMatchObject({ user_pool_id: userPoolId });
    expect(resource.aws_cognito_user_pool_domain?.domain).toMatchObject({ user_pool_id: userPoolId });
    expect(resource.aws_cognito_user_pool_client?.machine).toMatchObject({
      user_pool_id: userPoolId,
      allowed_oauth_scopes: ['${aws_cognito_resource_server.reports.identifier}/read', 'elsewhere/write'],
    });
  });

  it('checks scopes of the resource servers that it is given here', () => {
    expect(() =>
      synth((stack) => {
        const users = UserPool.fromId(stack, 'users', userPoolId);
        users.addResourceServer('reports', { identifier: 'reports', scopes: { read: 'Read' } });
        users.addClient('machine', { oauth: { grant: 'clientCredentials', scopes: ['reports/raed'] } });
      }),
    ).toThrow('test/users/reports, scope: expected one of read, found "raed". Did you mean "read"?');
  });

  it('fails when its ARN is read and no account is known', () => {
    expect(() => inStack((stack) => UserPool.fromId(stack, 'users', userPoolId).userPoolArn)).toThrow(
      'test/users, account: expected the AWS account of the user pool, which is part of its ARN, found nothing. ' +
        "Give it, as in UserPool.fromId(this, 'users', id, { account }), or use UserPool.fromArn.",
    );
  });

  it.each<[string, string, FromIdOptions, string]>([
    [
      'a name',
      'acme-users',
      {},
      'test/users, userPoolId: expected the id of a user pool, such as eu-west-1_AbCdEf123, found "acme-users". Copy it from the Cognito console.',
    ],
    ['an ARN', userPoolArn, {}, 'expected the id of a user pool'],
    ['no region', 'eu-wset-1_AbC', {}, 'test/users, userPoolId: expected a region that AWS has, found "eu-wset-1_AbC"'],
    ['nothing', undefined as unknown as string, {}, 'found nothing'],
    ['a wrong account', userPoolId, { account: '1111' }, 'test/users, account: expected the 12 digits'],
  ])('fails by id when given %s', (_, id, options, message) => {
    expect(() => inStack((stack) => UserPool.fromId(stack, 'users', id, options))).toThrow(message);
  });

  it.each<[string, string, string]>([
    [
      'an id',
      userPoolId,
      'test/users, userPoolArn: expected the ARN of a user pool, such as arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_AbCdEf123, found "eu-west-1_AbCdEf123". Copy it from the Cognito console, or use UserPool.fromId.',
    ],
    ['another service', userPoolArn.replace('cognito-idp', 'cognito-identity'), 'expected the ARN of a user pool'],
    ['a short account', userPoolArn.replace('111111111111', '1111'), 'expected the ARN of a user pool'],
    ['two regions', userPoolArn.replace(':eu-west-1:', ':eu-west-2:'), 'expected the ARN of a user pool'],
    ['no region', userPoolArn.replaceAll('eu-west-1', 'eu-wset-1'), 'expected a region that AWS has'],
    ['a client', `${userPoolArn}/client/abc`, 'expected the ARN of a user pool'],
  ])('fails by ARN when given %s', (_, arn, message) => {
    expect(() => inStack((stack) => UserPool.fromArn(stack, 'users', arn))).toThrow(message);
  });
});

describe('a client made elsewhere', () => {
  it('gives its people AWS credentials, beside one of ours', () => {
    const { resource } = synth((stack) => {
      const users = UserPool.fromId(stack, 'users', userPoolId);
      const theirs = UserPoolClient.fromId(stack, 'theirs', {
        clientId: '1h57kf5cpq17m0eml12EXAMPLE',
        userPool: users,
      });
      const clients = [theirs, new UserPool(stack, 'ours', { name: 'ours' }).addClient('app', srp)];
      new IdentityPool(stack, 'people', { name: 'people', clients });
    });

    expect(resource.aws_cognito_identity_pool?.people?.cognito_identity_providers).toEqual([
      { client_id: '1h57kf5cpq17m0eml12EXAMPLE', provider_name: endpoint, server_side_token_check: true },
      {
        client_id: '${aws_cognito_user_pool_client.app.id}',
        provider_name: '${aws_cognito_user_pool.ours.endpoint}',
        server_side_token_check: true,
      },
    ]);
  });

  it('fails when given what is no id', () => {
    expect(() =>
      inStack((stack) => {
        const userPool = UserPool.fromId(stack, 'users', userPoolId);
        return UserPoolClient.fromId(stack, 'theirs', { clientId: 'web shop', userPool });
      }),
    ).toThrow(
      'test/theirs, clientId: expected the id of an app client, 1 to 128 letters, digits, _ and +, found "web shop"',
    );
  });
});

const srp = { authFlows: { userSrp: true } };
