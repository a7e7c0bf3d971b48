import { type Secret } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { applicationDetails } from './application';
import { type PoolWithAttributes } from './attribute-mapping';
import { addedToKnown, IdentityProvider, type ProviderOptions } from './identity-provider';

/**
 * The settings of Amazon as a provider.
 * @example users.addAmazon('amazon', { clientId: 'amzn1.application-oa2-client.1', clientSecret })
 */
export interface AmazonOptions<Custom extends string = never> extends ProviderOptions<Custom> {
  /** `amzn1.application-oa2-client.1234` */
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** @default ['profile'] */
  readonly scopes?: readonly ('profile' | 'profile:user_id' | 'postal_code')[];
}

/**
 * The settings of Amazon as a provider, and the pool.
 * @example new AmazonProvider(stack, 'amazon', { userPool: users, clientId: 'amzn1.application-oa2-client.1', clientSecret })
 */
export interface AmazonProviderProps<Custom extends string = never> extends AmazonOptions<Custom> {
  readonly userPool: PoolWithAttributes<Custom>;
}

/**
 * People sign in with their Amazon account. Its name is `LoginWithAmazon`. Amazon does not say whether an address was verified.
 *
 * @throws ConstructError for an attribute that the pool does not have, and for a second Amazon provider of the pool.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-social-idp.html
 * @example
 * const amazon = users.addAmazon('amazon', { clientId, clientSecret: Secret.secretsManager({ arn }) });
 */
export class AmazonProvider<Custom extends string = never> extends IdentityProvider<'LoginWithAmazon'> {
  constructor(scope: Construct, id: string, props: AmazonProviderProps<Custom>) {
    const { clientId, clientSecret, scopes = ['profile'], ...shared } = props;
    super(scope, id, {
      ...shared,
      type: 'LoginWithAmazon',
      subject: 'user_id',
      defaultAttributes: { email: 'email' },
      addedDetails: [...addedToKnown, 'attributes_url'],
      details: (provider, name) =>
        applicationDetails(provider, name, { kind: 'client', id: clientId, secret: clientSecret, scopes }),
    });
  }
}
