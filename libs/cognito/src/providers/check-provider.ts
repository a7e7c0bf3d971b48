import { check, checkText } from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { type IConstruct } from 'constructs';

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html */
export function checkName(construct: IConstruct, name: string): void {
  checkText(construct, name, {
    prop: 'name',
    pattern: /^[^_\p{Z}\p{C}]{3,32}$/u,
    expected: 'a name of 3 to 32 characters without spaces and underscores',
    fix: 'Choose a word such as corp; user names of its people begin with it',
  });
  check(construct, !/^cognito$/i.test(name), {
    prop: 'name',
    expected: 'a name other than COGNITO, which is the user pool itself',
    found: name,
    fix: 'Choose another name',
  });
}

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html */
export function checkIdentifiers(construct: IConstruct, identifiers: readonly string[]): void {
  check(construct, identifiers.length <= 50, {
    prop: 'identifiers',
    expected: 'at most 50 identifiers',
    found: identifiers.length,
    fix: 'Add a second provider for the others',
  });
  identifiers.forEach((identifier, index) =>
    checkText(construct, identifier, {
      prop: `identifiers[${index}]`,
      pattern: /^[\w\s+=.@-]{1,40}$/,
      expected: '1 to 40 letters, digits, spaces and _ + = . @ -',
      fix: 'Use a domain such as corp.example.com',
    }),
  );
}

/** @throws ConstructError for no scope, and for one that holds what separates them. */
export function checkScopes(construct: IConstruct, scopes: readonly string[]): void {
  check(construct, scopes.length > 0 && scopes.every((scope) => /^[^\s,]+$/.test(scope)), {
    prop: 'scopes',
    expected: 'at least one scope, each a text of its own',
    found: scopes,
    fix: "Write a list, as in ['openid', 'email']",
  });
}

/** @throws ConstructError when a URL is known and not one that Cognito calls. */
export function checkHttps(construct: IConstruct, prop: string, url: string): void {
  check(construct, Token.isUnresolved(url) || isHttps(url), {
    prop,
    expected: 'a URL that begins with https://',
    found: url,
    fix: 'Cognito calls no other',
  });
}

function isHttps(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hash, username } = new URL(url);
  return protocol === 'https:' && hash === '' && username === '';
}

/** @throws ConstructError for an id or key that is empty. */
export function checkGiven(construct: IConstruct, prop: string, value: string): void {
  checkText(construct, value, {
    prop,
    pattern: /^\S+$/,
    expected: 'a text without spaces',
    fix: 'Copy it from the console of the provider',
  });
}
