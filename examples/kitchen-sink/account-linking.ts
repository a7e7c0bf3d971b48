import { UserPool } from '@gatehouse/cognito';
import { linkAccounts } from '@gatehouse/patterns';
import { TerraformOutput } from 'cdktf';
import { type Construct } from 'constructs';
import { clientSecret } from './providers';

/** A pool of its own: its pre sign-up trigger links people. */
export function addAccountLinking(stack: Construct): void {
  const linked = new UserPool(stack, 'linked', {
    name: 'kitchen-sink-linked',
    selfSignUp: true,
    deletionProtection: false,
    customAttributes: { subject: { type: 'string' } },
  });
  const secret = clientSecret(linked);
  const google = linked.addGoogle('linked-google', { clientId: 'linked.example.com', clientSecret: secret });
  const corp = linked.addOidc('linked-corp', {
    name: 'corp',
    clientId: 'linked',
    clientSecret: secret,
    issuer: 'https://login.example.com',
    attributes: { email: 'email', emailVerified: 'email_verified', subject: 'sub' },
  });
  const facebook = linked.addFacebook('linked-facebook', { appId: '1234', appSecret: secret });
  linkAccounts(linked, { providers: [google, corp] });
  const web = linked.addClient('linked-web', {
    oauth: {
      grant: 'code',
      scopes: ['openid', 'aws.cognito.signin.user.admin'],
      callbackUrls: ['http://localhost:3000/callback'],
      identityProviders: ['cognito', google, corp, facebook],
    },
  });
  new TerraformOutput(linked, 'linked_client_id', { value: web.clientId, staticId: true });
  new TerraformOutput(linked, 'linked_pool_id', { value: linked.userPoolId, staticId: true });
}
