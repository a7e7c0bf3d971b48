import { synth } from '@gatehouse/testing';
import { TerraformOutput } from 'cdktf';
import { IdentityPool, type SecretGeneration, UserPool, UserPoolClient } from '../index';

const arn = 'arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_AbCdEf123';

/** A machine with this secret, and who uses it. */
const machine = (secret?: SecretGeneration) =>
  synth((stack) => {
    const users = new UserPool(stack, 'users', { name: 'acme' });
    const reports = users.addResourceServer('reports', { identifier: 'reports', scopes: { read: 'Read' } });
    const client = users.addMachineClient('priceFeed', { scopes: [reports.scope('read')], settings: { secret } });
    new TerraformOutput(stack, 'id', { value: client.clientId });
    new TerraformOutput(stack, 'secret', { value: client.clientSecret, sensitive: true });
    client.secretInSecretsManager({ name: 'acme/price-feed' });
  });

const clientsOf = ({ resource }: ReturnType<typeof machine>) =>
  Object.entries(resource.aws_cognito_user_pool_client ?? {}).map(([address, { name }]) => [address, name]);

const uses = (address: string) => ({
  id: { value: `\${aws_cognito_user_pool_client.${address}.id}` },
  secret: { value: `\${aws_cognito_user_pool_client.${address}.client_secret}`, sensitive: true },
});

describe('the secret of a client', () => {
  it.each<[string, SecretGeneration | undefined, string[][], string]>([
    ['is that of the client alone before a rotation', undefined, [['price_feed', 'priceFeed']], 'price_feed'],
    ['stays as it is in the first generation', { generation: 1 }, [['price_feed', 'priceFeed']], 'price_feed'],
    [
      'is the old one still when the next is made',
      { generation: 1, next: true },
      [
        ['price_feed', 'priceFeed'],
        ['price_feed_2', 'priceFeed-2'],
      ],
      'price_feed',
    ],
    [
      'is the new one, beside the old one, after the switch',
      { generation: 2, previous: true },
      [
        ['price_feed', 'priceFeed'],
        ['price_feed_2', 'priceFeed-2'],
      ],
      'price_feed_2',
    ],
    ['is the new one alone in the end', { generation: 2 }, [['price_feed_2', 'priceFeed-2']], 'price_feed_2'],
  ])('%s', (_, secret, clients, current) => {
    const stack = machine(secret);

    expect(clientsOf(stack)).toEqual(clients);
    expect(stack.output).toEqual(uses(current));
    expect(stack.resource.aws_secretsmanager_secret_version?.price_feed?.secret_string).toContain(
      `aws_cognito_user_pool_client.${current}.client_secret`,
    );
  });

  it('is of clients with the same rights', () => {
    const { price_feed: old, price_feed_2: next } = machine({ generation: 1, next: true }).resource
      .aws_cognito_user_pool_client as Record<string, object>;

    expect({ ...next, name: 'priceFeed' }).toEqual(old);
  });

  it('lets people of both clients into an identity pool while it is rotated', () => {
    const { resource } = synth((stack) => {
      const users = new UserPool(stack, 'users', { name: 'acme' });
      const settings = { secret: { generation: 2, previous: true }, authFlows: { userSrp: true } };
      const web = users.addAppClient('web', { scopes: ['openid'], settings, generateSecret: true });
      const people = new IdentityPool(stack, 'people', { name: 'people', clients: [web] });
      people.mapRolesByToken(web);
    });

    const mappings = resource.aws_cognito_identity_pool_roles_attachment?.people?.role_mapping as object[];
    expect(resource.aws_cognito_identity_pool?.people?.cognito_identity_providers).toMatchObject([
      { client_id: '${aws_cognito_user_pool_client.web_2.id}' },
      { client_id: '${aws_cognito_user_pool_client.web.id}' },
    ]);
    expect(mappings.map((each) => (each as { identity_provider: string }).identity_provider)).toEqual([
      '${aws_cognito_user_pool.users.endpoint}:${aws_cognito_user_pool_client.web_2.id}',
      '${aws_cognito_user_pool.users.endpoint}:${aws_cognito_user_pool_client.web.id}',
    ]);
  });

  it.each<[string, SecretGeneration, string]>([
    ['both neighbours', { generation: 2, next: true, previous: true }, 'secret: expected next or previous, not both'],
    ['one before the first', { generation: 1, previous: true }, 'secret.previous: expected a generation before it'],
    ['no generation', { generation: 0 }, 'secret.generation: expected a whole number from 1 to 9999, found 0.'],
  ])('has not %s', (_, secret, message) => {
    expect(() => machine(secret)).toThrow(`test/users/priceFeed, ${message}`);
  });

  it('is not rotated where there is none', () => {
    const add = () =>
      synth((stack) => {
        const users = new UserPool(stack, 'users', { name: 'acme' });
        users.addClient('app', { authFlows: { userSrp: true }, secret: { generation: 2 } });
      });

    expect(add).toThrow('test/users/app, secret: expected nothing, because the client has no secret to rotate');
  });
});

describe('a secret in Secrets Manager', () => {
  it('holds id and secret together, for 30 days after it was deleted', () => {
    const { resource } = machine();

    expect(resource.aws_secretsmanager_secret).toEqual({
      price_feed: {
        name: 'acme/price-feed',
        description: 'Id and secret of the app client price_feed.',
        recovery_window_in_days: 30,
      },
    });
    expect(resource.aws_secretsmanager_secret_version).toEqual({
      price_feed: {
        secret_id: '${aws_secretsmanager_secret.price_feed.id}',
        secret_string:
          '${jsonencode({"client_id" = aws_cognito_user_pool_client.price_feed.id, "client_secret" = aws_cognito_user_pool_client.price_feed.client_secret})}',
      },
    });
  });

  it('is encrypted by a key of yours, and a function may read both', () => {
    const key = { arn: 'arn:aws:kms:eu-west-1:111111111111:key/a' };
    const { output, resource } = synth((stack) => {
      const users = UserPool.fromArn(stack, 'users', arn);
      const theirs = UserPoolClient.fromId(stack, 'theirs', {
        clientId: '1h57kf5cpq17m0eml12example',
        userPool: users,
      });
      const secret = theirs.secretInSecretsManager({ name: 'theirs', encryptionKey: key, recoveryDays: 0 });
      new TerraformOutput(stack, 'actions', { value: secret.permissions.flatMap(({ actions }) => actions) });
    });

    expect(resource.aws_secretsmanager_secret?.theirs).toMatchObject({
      kms_key_id: key.arn,
      recovery_window_in_days: 0,
    });
    expect(output.actions).toEqual({ value: ['secretsmanager:GetSecretValue', 'kms:Decrypt'] });
  });

  it('has a name that Secrets Manager takes', () => {
    const add = () =>
      synth((stack) => {
        const users = new UserPool(stack, 'users', { name: 'people' });
        const app = users.addClient('app', { authFlows: { userSrp: true }, generateSecret: true });
        app.secretInSecretsManager({ name: 'acme machine' });
      });

    expect(add).toThrow(
      'name: expected 1 to 512 letters, digits and / _ + = . @ -, found "acme machine". Secrets Manager takes no other.',
    );
  });

  it('is kept once', () => {
    const twice = () =>
      synth((stack) => {
        const users = UserPool.fromArn(stack, 'users', arn);
        const app = users.addClient('app', { authFlows: { userSrp: true }, generateSecret: true });
        for (const name of ['one', 'two']) app.secretInSecretsManager({ name });
      });

    expect(twice).toThrow(
      'test/users/app, secretInSecretsManager: expected one call for each client, found "a second one". ' +
        'Keep what the first one returns, and hand it over to whatever reads the secret.',
    );
  });

  it('is kept for a time that Secrets Manager has', () => {
    const add = () =>
      synth((stack) => {
        const users = UserPool.fromArn(stack, 'users', arn);
        const app = users.addClient('app', { authFlows: { userSrp: true }, generateSecret: true });
        app.secretInSecretsManager({ name: 'app', recoveryDays: 3 });
      });

    expect(add).toThrow('recoveryDays: expected a whole number from 7 to 30, found 3.');
  });
});

describe('the secret of a client that is made elsewhere', () => {
  it('is read by Terraform when something asks for it', () => {
    const { data, output } = synth((stack) => {
      const users = UserPool.fromArn(stack, 'users', arn);
      const theirs = UserPoolClient.fromId(stack, 'theirs', {
        clientId: '1h57kf5cpq17m0eml12example',
        userPool: users,
      });
      UserPoolClient.fromId(stack, 'others', { clientId: '2h57kf5cpq17m0eml12example', userPool: users });
      new TerraformOutput(stack, 'secret', { value: theirs.clientSecret, sensitive: true });
      expect(theirs.clientSecret).toBeDefined();
    });

    expect(data.aws_cognito_user_pool_client).toEqual({
      theirs: { client_id: '1h57kf5cpq17m0eml12example', user_pool_id: 'eu-west-1_AbCdEf123' },
    });
    expect(output.secret?.value).toBe('${data.aws_cognito_user_pool_client.theirs.client_secret}');
  });
});
