import { parseUrl } from './urls';

/** Most addresses of one kind that a client can list. */
export const mostRedirects = 100;

/**
 * Where Cognito sends a user back to: callback and sign-out URLs of an app client.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-idp-settings.html
 */
export const redirect = {
  accepts: isRedirect,
  /** What follows "expected" in an error. */
  expected:
    'an absolute URL without a fragment or wildcard: https://…, http:// on localhost, 127.0.0.1 or [::1], or an app scheme such as myapp://callback',
};

/** Schemes that a browser opens itself, so that no app receives the code. */
const notAnApp = /^(about|blob|data|file|ftp|javascript|vbscript|wss?):$/;

/** Hosts that Cognito knows as the user's own machine. */
const ownMachine = ['localhost', '127.0.0.1', '[::1]'];

function isRedirect(text: string): boolean {
  if (text.length > 1024 || /[#\s]/.test(text)) return false;
  const url = parseUrl(text);
  if (url === undefined || notAnApp.test(url.protocol)) return false;
  return url.protocol !== 'http:' || ownMachine.includes(url.hostname);
}
