import { SamlMetadata, Secret, UserPool } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** Staff sign in at their company: one speaks SAML, one OpenID Connect. Their department becomes an attribute. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', {
    name: 'acme-users',
    customAttributes: { department: { type: 'string' } },
  });
  users.addSaml('saml', {
    name: 'acme',
    metadata: SamlMetadata.url('https://login.acme.example/metadata.xml'),
    attributes: { email: 'mail', department: 'ou' },
    signRequests: true,
    identifiers: ['acme.example'],
  });
  users.addOidc('openid', {
    name: 'globex',
    issuer: 'https://login.globex.example',
    clientId: 'acme',
    clientSecret: Secret.secretsManager({
      arn: 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:acme/globex-AbCdEf',
    }),
    identifiers: ['globex.example'],
  });
};
