import { check, checkText, type IUserPoolClient } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { type Login } from './login';
import { type PrincipalTags } from './principal-tags';

/**
 * Whose tokens an identity pool takes, and what it gives for them.
 * @example new IdentityPool(stack, 'people', { name: 'acme-people', clients: [app], guests: true })
 */
export interface IdentityPoolProps {
  /** Name in AWS, and the beginning of its roles' names, which are unique in an account: 1 to 50 characters. */
  readonly name: string;
  /**
   * The clients whose ID tokens are exchanged for credentials, of any user pools.
   * @default - none: then `logins` or `developerProvider` says who signs in
   */
  readonly clients?: readonly IUserPoolClient[];
  /**
   * Sign-ins that are no user pool: `Login.google('...')`.
   * @default - none
   */
  readonly logins?: readonly Login[];
  /**
   * Name of your own sign-in, whose backend asks for tokens with AWS credentials: 1 to 100 characters, such as
   * `login.acme.app`. AWS replaces the identity pool when it changes.
   * @default - none
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/developer-authenticated-identities.html
   */
  readonly developerProvider?: string;
  /**
   * Whether anyone on the internet gets credentials without signing in.
   * @default false
   */
  readonly guests?: boolean;
  /**
   * Why a program must be able to choose its role and duration itself, out of all roles that trust the identity pool: it
   * becomes a tag of the pool. No role mapping goes with it.
   * @default - off: AWS chooses the role
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html
   */
  readonly classicFlow?: string;
  /**
   * Tags of the credentials of people who are signed in, each from a claim of their token: `{ team: users.attribute('team') }`.
   * A policy reads one as `${aws:PrincipalTag/team}`. `'default'` are those of AWS: `username` from `sub`, and `client` from `aud`.
   * @default - none
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/using-afac-with-cognito-identity-pools.html
   */
  readonly principalTags?: PrincipalTags | 'default';
  /**
   * Whether the user pool is asked about each token. Without it, people who were disabled, deleted or signed out everywhere get
   * credentials until their token expires; a rule of the posture finds that.
   * @default true
   * @see https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CognitoIdentityProvider.html
   */
  readonly serverSideTokenCheck?: boolean;
}

export function checkProps(construct: Construct, props: IdentityPoolProps): void {
  const { classicFlow, clients = [], developerProvider, guests, logins = [], name } = props;
  checkText(construct, name, {
    prop: 'name',
    pattern: /^[\w+=,.@-]{1,50}$/,
    expected: '1 to 50 letters, digits and _ + = , . @ -',
    fix: 'With -authenticated behind it, it is the name of a role',
  });
  check(construct, clients.length + logins.length > 0 || developerProvider !== undefined || guests === true, {
    prop: 'clients',
    expected: 'at least one client, login or developerProvider, or guests',
    found: clients,
    fix: 'Give the clients whose people get credentials',
  });
  const signsIn = clients.length + logins.length > 0 || developerProvider !== undefined;
  check(construct, props.principalTags === undefined || signsIn, {
    prop: 'principalTags',
    expected: 'a client or a login, from whose tokens the tags come',
    found: props.principalTags,
    fix: 'Guests have no token: leave principalTags out, or give the clients whose people are tagged',
  });
  checkOnce(construct, logins);
  if (developerProvider !== undefined) {
    checkText(construct, developerProvider, {
      prop: 'developerProvider',
      pattern: /^[\w.-]{1,100}$/,
      expected: '1 to 100 letters, digits and _ . -',
      fix: 'Name it like a domain, such as login.acme.app',
    });
  }
  if (classicFlow !== undefined) {
    checkText(construct, classicFlow, {
      prop: 'classicFlow',
      pattern: /^(?=.*\S)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,256}$/u,
      expected: 'a reason of 1 to 256 letters, digits, spaces and _ . : / = + - @',
      fix: 'Say why AWS cannot choose the role, or leave classicFlow out',
    });
  }
}

function checkOnce(construct: Construct, logins: readonly Login[]): void {
  const names = logins.map(({ providerName }) => providerName);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  check(construct, twice === undefined, {
    prop: 'logins',
    expected: 'each login once',
    found: twice,
    fix: 'AWS takes one app of each provider: keep one of them, or make a second identity pool',
  });
}
