import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { SecretsmanagerSecretVersion } from '@cdktf/provider-aws/lib/secretsmanager-secret-version';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { SamlMetadata, Secret, type UserPool } from '@gatehouse/cognito';
import { TerraformOutput } from 'cdktf';
import { type IConstruct } from 'constructs';

/** A provider of each kind. Their secrets are made here for the test alone: elsewhere they are there before. */
export function addProviders(users: UserPool) {
  const client = clientSecret(users);
  const google = users.addGoogle('google', {
    clientId: 'sink.apps.googleusercontent.com',
    clientSecret: client,
    attributes: { email: 'email', emailVerified: 'email_verified', givenName: 'given_name' },
  });
  const apple = users.addApple('apple', {
    servicesId: 'com.example.sink',
    teamId: 'ABCDE12345',
    keyId: 'FGHIJ67890',
    privateKey: privateKey(users),
  });
  const facebook = users.addFacebook('facebook', { appId: '1234', appSecret: client, apiVersion: 'v19.0' });
  const amazon = users.addAmazon('amazon', { clientId: 'amzn1.application-oa2-client.1', clientSecret: client });
  const oidc = users.addOidc('openid', {
    name: 'openid',
    clientId: 'sink',
    clientSecret: client,
    issuer: 'https://login.example.com',
    scopes: ['openid', 'email', 'profile'],
    userInfoMethod: 'POST',
    identifiers: ['openid.example.com'],
  });
  const saml = users.addSaml('saml', {
    name: 'saml',
    metadata: SamlMetadata.url('https://login.example.com/metadata.xml'),
    signRequests: true,
    encryptedResponses: true,
    idpInitiated: true,
    signOut: true,
    identifiers: ['saml.example.com'],
  });
  new TerraformOutput(users, 'signing_certificate', { value: saml.signingCertificate, staticId: true });
  return [google, apple, facebook, amazon, oidc, saml];
}

/** Made with the pool for the test alone. */
export function clientSecret(users: IConstruct): Secret {
  const name = `kitchen-sink/${users.node.id}`;
  const { id } = new SecretsmanagerSecret(users, 'client_secret', { name, recoveryWindowInDays: 0 });
  const secretString = JSON.stringify({ client_secret: 'hush-hush' });
  const { arn } = new SecretsmanagerSecretVersion(users, 'client_secret_version', { secretId: id, secretString });
  return Secret.secretsManager({ arn }, { field: 'client_secret' });
}

function privateKey(users: IConstruct): Secret {
  const name = '/kitchen-sink/apple';
  return Secret.parameter(
    new SsmParameter(users, 'private_key', { name, type: 'SecureString', value: 'private-hush' }),
  );
}
