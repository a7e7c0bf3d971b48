import { check, isLate, type IUserPool, type IUserPoolClient } from '@gatehouse/construct-kit';
import { Fn, Token } from 'cdktf';
import { Construct } from 'constructs';
import { checkClientOf } from '../clients/client-of-pool';

/** https://docs.aws.amazon.com/cognito/latest/developerguide/login-endpoint.html */
export function signInUrl(baseUrl: string, client: IUserPoolClient, redirectUri: string): string {
  const redirect = Token.isUnresolved(redirectUri) ? Fn.urlencode(redirectUri) : encodeURIComponent(redirectUri);
  return `${baseUrl}/login?client_id=${client.clientId}&response_type=code&redirect_uri=${redirect}`;
}

/** @throws ConstructError where Cognito would answer with `redirect_mismatch`. */
export function checkRedirect(
  domain: Construct,
  userPool: IUserPool,
  client: IUserPoolClient,
  redirectUri: string,
): void {
  const fix = 'Ask the domain of its pool';
  checkClientOf(domain, userPool, { prop: 'signInUrl, client', client, fix });
  const urls = callbackUrlsOf(client);
  if (urls === undefined || isLate(redirectUri) || urls.some(isLate)) return;
  check(domain, urls.includes(redirectUri), {
    prop: 'signInUrl, redirectUri',
    expected:
      urls.length === 0 ? 'a client with callback URLs' : `one of the callback URLs of the client: ${urls.join(', ')}`,
    found: redirectUri,
    fix: 'Cognito sends people to no other: add it to oauth.callbackUrls of the client, or correct it',
  });
}

/** Undefined of a client that is made elsewhere. */
function callbackUrlsOf(client: IUserPoolClient): readonly string[] | undefined {
  const resource = Construct.isConstruct(client) ? client.node.defaultChild : undefined;
  return (resource as { readonly callbackUrlsInput?: readonly string[] } | undefined)?.callbackUrlsInput;
}
