import { mostRedirects, redirect } from '@gatehouse/checks';
import { check } from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { type IConstruct } from 'constructs';

/**
 * @throws ConstructError when there are too few or too many URLs, or one that Cognito does not redirect to.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export function checkRedirects(
  construct: IConstruct,
  prop: string,
  // Synthesis does not check types: what is missing is none.
  urls: readonly string[] = [],
  atLeast: number,
): void {
  if (Token.isUnresolved(urls)) return;
  check(construct, urls.length >= atLeast && urls.length <= mostRedirects, {
    prop,
    expected: `${atLeast} to ${mostRedirects} URLs`,
    found: urls.length,
    fix:
      urls.length > mostRedirects
        ? 'Cognito keeps no more of a client: give the others to a second client'
        : 'Give those where the application takes people back',
  });
  urls.forEach((url, index) => {
    check(construct, Token.isUnresolved(url) || redirect.accepts(url), {
      prop: `${prop}[${index}]`,
      expected: redirect.expected,
      found: url,
      fix: 'Cognito redirects to no others',
    });
  });
}

/** @throws ConstructError for one that is not in the list. */
export function checkDefaultRedirect(construct: IConstruct, uri: string | undefined, urls: readonly string[]): void {
  const unknown =
    uri === undefined || Token.isUnresolved(uri) || Token.isUnresolved(urls) || urls.some(Token.isUnresolved);
  check(construct, unknown || urls.includes(uri), {
    prop: 'oauth.defaultRedirectUri',
    expected: 'one of oauth.callbackUrls',
    found: uri,
    fix: 'Add it to callbackUrls, or choose one of those',
  });
}
