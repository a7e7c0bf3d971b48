import { type Secret } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { applicationDetails } from './application';
import { type PoolWithAttributes } from './attribute-mapping';
import { addedToKnown, IdentityProvider, type ProviderOptions } from './identity-provider';

/**
 * The settings of Google as a provider.
 * @example users.addGoogle('google', { clientId: '1234.apps.googleusercontent.com', clientSecret })
 */
export interface GoogleOptions<Custom extends string = never> extends ProviderOptions<Custom> {
  /** `1234.apps.googleusercontent.com` */
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** @default ['openid', 'email', 'profile'] */
  readonly scopes?: readonly ('openid' | 'email' | 'profile')[];
}

/**
 * The settings of Google as a provider, and the pool.
 * @example new GoogleProvider(stack, 'google', { userPool: users, clientId: '1234.apps.googleusercontent.com', clientSecret })
 */
export interface GoogleProviderProps<Custom extends string = never> extends GoogleOptions<Custom> {
  readonly userPool: PoolWithAttributes<Custom>;
}

/**
 * People sign in with their Google account. Its name is `Google`.
 *
 * @throws ConstructError for an attribute that the pool does not have, and for a second Google provider of the pool.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-social-idp.html
 * @example
 * const google = users.addGoogle('google', {
 *   clientId: '1234.apps.googleusercontent.com',
 *   clientSecret: Secret.secretsManager({ arn }, { field: 'client_secret' }),
 * });
 */
export class GoogleProvider<Custom extends string = never> extends IdentityProvider<'Google'> {
  constructor(scope: Construct, id: string, props: GoogleProviderProps<Custom>) {
    const { clientId, clientSecret, scopes = ['openid', 'email', 'profile'], ...shared } = props;
    super(scope, id, {
      ...shared,
      type: 'Google',
      subject: 'sub',
      defaultAttributes: { email: 'email', emailVerified: 'email_verified' },
      addedDetails: [...addedToKnown, 'attributes_url', 'oidc_issuer'],
      details: (provider, name) =>
        applicationDetails(provider, name, { kind: 'client', id: clientId, secret: clientSecret, scopes }),
    });
  }
}
