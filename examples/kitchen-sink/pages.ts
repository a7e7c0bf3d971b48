import { join } from 'node:path';
import { DomainCertificate, type UserPool } from '@gatehouse/cognito';
import { TerraformOutput } from 'cdktf';
import { addProvider } from './provider';

/** The pages where people sign in: below amazoncognito.com in the classic style, and managed login on a domain of our own. */
export function addPages(users: UserPool, hostedZoneId: string): void {
  const classic = users.addDomain('pages', { prefix: 'kitchen-sink' });
  const client = users.addClient('styled', {
    oauth: { grant: 'code', scopes: ['openid'], callbackUrls: ['https://app.example.com/back'] },
  });
  classic.addClassicStyle('style', { css: '.submitButton-customizable { background-color: #205030; }' });
  classic.addClassicStyle('styled style', {
    client,
    css: '.banner-customizable { padding: 0; }',
    imageFile: join(__dirname, 'logo.png'),
  });

  const own = addOwnDomain(users, hostedZoneId);
  const { baseUrl, authorizeUrl, tokenUrl, userInfoUrl, logoutUrl, jwksUrl, target } = own;
  const signInUrl = own.signInUrl(client, 'https://app.example.com/back');
  const urls = { baseUrl, authorizeUrl, tokenUrl, userInfoUrl, logoutUrl, jwksUrl, target, signInUrl };
  new TerraformOutput(users, 'own_domain', { value: urls, staticId: true });
  new TerraformOutput(users, 'prefix_token_url', { value: classic.tokenUrl, staticId: true });
  new TerraformOutput(users, 'styled_client_id', { value: client.clientId, staticId: true });
}

/** With a certificate that is made here, and with the records of both. */
function addOwnDomain(users: UserPool, hostedZoneId: string) {
  const domainName = 'auth.sink.example.com';
  const provider = addProvider(users, 'us-east-1');
  const { certificateArn } = new DomainCertificate(users, 'certificate', { domainName, hostedZoneId, provider });
  const managedLogin = { styleMadeElsewhere: 'nowhere: nobody signs in here' };
  return users.addDomain('own', { domainName, certificateArn, hostedZoneId, managedLogin });
}
