import { type IUserPoolClient } from '@gatehouse/construct-kit';
import { Fn, Token } from 'cdktf';

/** https://docs.aws.amazon.com/cognito/latest/developerguide/login-endpoint.html */
export function signInUrl(baseUrl: string, client: IUserPoolClient, redirectUri: string): string {
  const redirect = Token.isUnresolved(redirectUri) ? Fn.urlencode(redirectUri) : encodeURIComponent(redirectUri);
  return `${baseUrl}/login?client_id=${client.clientId}&response_type=code&redirect_uri=${redirect}`;
}
