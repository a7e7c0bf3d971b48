import { isWhole } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const defaultRedirectNotListed = refusalRule({
  id: 'default-redirect-not-listed',
  severity: 'high',
  title: 'Default redirect that is not a callback URL',
  why: 'Cognito sends users to the default redirect when a request names no address, and it sends them to callback URLs only.',
  remediation:
    'Add the address to callbackUrls (callback_urls), or set defaultRedirectUri (default_redirect_uri) to one of them.',
  page: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html',
  find: ({ clients }) =>
    violations('app client', clients, ({ defaultRedirect, callbackUrls }) => ({
      when: typeof defaultRedirect === 'string' && isWhole(callbackUrls) && !callbackUrls.includes(defaultRedirect),
      message: `Cognito refuses ${String(defaultRedirect)} as the default redirect, because it is no callback URL.`,
      after: String(defaultRedirect),
    })),
});
