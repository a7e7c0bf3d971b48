import { IdentityPool, Login, Secret } from '@gatehouse/cognito';
import { type Construct } from 'constructs';

/** Credentials without a user pool: of people of other providers, of a backend of your own, and of guests. */
export default (stack: Construct): void => {
  const arn = 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:acme/twitter-AbCdEf';
  const visitors = new IdentityPool(stack, 'visitors', {
    name: 'acme-visitors',
    logins: [
      Login.google('123-abc.apps.googleusercontent.com'),
      Login.apple('com.acme.app'),
      Login.facebook('7346241598935552'),
      Login.amazon('amzn1.application.188a56d827a7d6555a8b67a5d'),
      Login.twitter(Secret.secretsManager({ arn })),
      Login.openIdConnect('arn:aws:iam::111111111111:oidc-provider/id.acme.com'),
      Login.saml('arn:aws:iam::111111111111:saml-provider/acme'),
    ],
    developerProvider: 'login.acme.app',
    guests: true,
  });
  visitors.guests.allow(['geo:GetMap*'], ['arn:aws:geo:eu-west-1:111111111111:map/acme']);
};
