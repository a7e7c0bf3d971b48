import { checkText, type Secret } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { secretSetting } from './application';
import { type PoolWithAttributes } from './attribute-mapping';
import { checkGiven, checkScopes } from './check-provider';
import { addedToKnown, IdentityProvider, type ProviderOptions } from './identity-provider';

/**
 * The settings of Apple as a provider.
 * @example users.addApple('apple', { servicesId: 'com.example.web', teamId, keyId, privateKey })
 */
export interface AppleOptions<Custom extends string = never> extends ProviderOptions<Custom> {
  /** Identifier of the services id: `com.example.web`. */
  readonly servicesId: string;
  /** Ten letters and digits. */
  readonly teamId: string;
  /** Of the private key: ten letters and digits. */
  readonly keyId: string;
  /** The text of the key file, `AuthKey_<keyId>.p8`. */
  readonly privateKey: Secret;
  /** @default ['email', 'name'] */
  readonly scopes?: readonly ('email' | 'name')[];
}

/**
 * The settings of Apple as a provider, and the pool.
 * @example new AppleProvider(stack, 'apple', { userPool: users, servicesId: 'com.example.web', teamId, keyId, privateKey })
 */
export interface AppleProviderProps<Custom extends string = never> extends AppleOptions<Custom> {
  readonly userPool: PoolWithAttributes<Custom>;
}

/**
 * People sign in with their Apple account. Its name is `SignInWithApple`. Cognito never tells the private key again, so a change of
 * services id, team, key or scopes replaces the provider: for some seconds, sign-in with Apple fails.
 *
 * @throws ConstructError for ids that Apple does not give, for an attribute that the pool does not have, and for a second
 * Apple provider of the pool.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-social-idp.html
 * @example
 * const apple = users.addApple('apple', {
 *   servicesId: 'com.example.web',
 *   teamId: 'ABCDE12345',
 *   keyId: 'FGHIJ67890',
 *   privateKey: Secret.parameter({ arn }),
 * });
 */
export class AppleProvider<Custom extends string = never> extends IdentityProvider<'SignInWithApple'> {
  constructor(scope: Construct, id: string, props: AppleProviderProps<Custom>) {
    const { servicesId, teamId, keyId, privateKey, scopes = ['email', 'name'], ...shared } = props;
    super(scope, id, {
      ...shared,
      type: 'SignInWithApple',
      subject: 'sub',
      defaultAttributes: { email: 'email', emailVerified: 'email_verified' },
      addedDetails: [...addedToKnown, 'oidc_issuer'],
      hiddenDetail: 'private_key',
      details: (provider, name) => {
        checkGiven(provider, 'servicesId', servicesId);
        checkAppleId(provider, 'teamId', teamId);
        checkAppleId(provider, 'keyId', keyId);
        checkScopes(provider, scopes);
        return {
          client_id: servicesId,
          team_id: teamId,
          key_id: keyId,
          private_key: secretSetting(provider, 'privateKey', privateKey, name),
          authorize_scopes: scopes.join(' '),
        };
      },
    });
  }
}

const checkAppleId = (provider: Construct, prop: string, value: string): void =>
  checkText(provider, value, {
    prop,
    pattern: /^[A-Z0-9]{10}$/,
    expected: 'ten capital letters and digits',
    fix: "Copy it from Certificates, Identifiers & Profiles of Apple's developer site",
  });
