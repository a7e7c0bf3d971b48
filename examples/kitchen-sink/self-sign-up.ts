import { UserPool } from '@gatehouse/cognito';
import { TerraformOutput } from 'cdktf';
import { type Construct } from 'constructs';

/** A pool of its own, where people sign up with a phone number and a code by SMS, or with an address and a link by e-mail. */
export function addSelfSignUp(stack: Construct): void {
  const joining = new UserPool(stack, 'joining', {
    name: 'kitchen-sink-joining',
    deletionProtection: false,
    selfSignUp: true,
    signInWith: { phone: true, email: true },
    sms: { externalId: 'kitchen-sink-joining', region: 'eu-west-1' },
    firstFactors: { smsCode: true },
    messages: { verificationLink: { emailSubject: 'Your link', emailBody: 'Please {##confirm your address##}.' } },
  });
  joining.addDomain('joining-pages', { prefix: 'kitchen-sink-joining' });
  const app = joining.addClient('joining-app', { authFlows: { userPassword: true, userSrp: true, user: true } });
  new TerraformOutput(joining, 'joining_client_id', { value: app.clientId, staticId: true });
  new TerraformOutput(joining, 'joining_pool_id', { value: joining.userPoolId, staticId: true });
}
