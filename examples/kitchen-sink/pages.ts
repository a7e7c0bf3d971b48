import { type UserPool } from '@gatehouse/cognito';
import { TerraformOutput } from 'cdktf';

/** The pages where people sign in: below amazoncognito.com in the classic style, and managed login on a domain of our own. */
export function addPages(users: UserPool): void {
  const classic = users.addDomain('pages', { prefix: 'kitchen-sink' });
  const client = users.addClient('styled', {
    oauth: { grant: 'code', scopes: ['openid'], callbackUrls: ['https://app.example.com/back'] },
  });
  classic.addClassicStyle('style', { css: '.submitButton-customizable { background-color: #205030; }' });
  classic.addClassicStyle('styled style', {
    client,
    css: '.banner-customizable { padding: 0; }',
    imageFile: __filename,
  });

  const own = addOwnDomain(users);
  const { baseUrl, authorizeUrl, tokenUrl, userInfoUrl, logoutUrl, jwksUrl, target } = own;
  const signInUrl = own.signInUrl(client, 'https://app.example.com/back');
  const urls = { baseUrl, authorizeUrl, tokenUrl, userInfoUrl, logoutUrl, jwksUrl, target, signInUrl };
  new TerraformOutput(users, 'own_domain', { value: urls, staticId: true });
  new TerraformOutput(users, 'prefix_token_url', { value: classic.tokenUrl, staticId: true });
  new TerraformOutput(users, 'styled_client_id', { value: client.clientId, staticId: true });
}

function addOwnDomain(users: UserPool) {
  const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-4000-8000-000000000000';
  const managedLogin = { styleMadeElsewhere: 'nowhere: nobody signs in here' };
  return users.addDomain('own', { domainName: 'auth.sink.example.com', certificateArn, managedLogin });
}
