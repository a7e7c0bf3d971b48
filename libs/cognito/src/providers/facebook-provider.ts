import { checkText, type Secret } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { applicationDetails } from './application';
import { type PoolWithAttributes } from './attribute-mapping';
import { addedToKnown, type Details, IdentityProvider, type ProviderOptions } from './identity-provider';

/**
 * The settings of Facebook as a provider.
 * @example users.addFacebook('facebook', { appId: '1234', appSecret })
 */
export interface FacebookOptions<Custom extends string = never> extends ProviderOptions<Custom> {
  readonly appId: string;
  readonly appSecret: Secret;
  /** @default ['public_profile', 'email'] */
  readonly scopes?: readonly string[];
  /**
   * Version of Facebook's Graph API: `v17.0`.
   * @default - the one that Cognito chooses
   */
  readonly apiVersion?: string;
}

/**
 * The settings of Facebook as a provider, and the pool.
 * @example new FacebookProvider(stack, 'facebook', { userPool: users, appId: '1234', appSecret })
 */
export interface FacebookProviderProps<Custom extends string = never> extends FacebookOptions<Custom> {
  readonly userPool: PoolWithAttributes<Custom>;
}

/**
 * People sign in with their Facebook account. Its name is `Facebook`. Facebook does not say whether an address was verified.
 *
 * @throws ConstructError for an attribute that the pool does not have, and for a second Facebook provider of the pool.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-social-idp.html
 * @example
 * const facebook = users.addFacebook('facebook', { appId: '1234', appSecret: Secret.secretsManager({ arn }) });
 */
export class FacebookProvider<Custom extends string = never> extends IdentityProvider<'Facebook'> {
  constructor(scope: Construct, id: string, props: FacebookProviderProps<Custom>) {
    const { appId, appSecret, scopes = ['public_profile', 'email'], apiVersion, ...shared } = props;
    super(scope, id, {
      ...shared,
      type: 'Facebook',
      subject: 'id',
      defaultAttributes: { email: 'email' },
      addedDetails: [...addedToKnown, 'api_version', 'attributes_url'],
      details: (provider, name) => ({
        ...applicationDetails(provider, name, { kind: 'app', id: appId, secret: appSecret, scopes, separator: ',' }),
        ...(apiVersion !== undefined && ofVersion(provider, apiVersion)),
      }),
    });
  }
}

/** The URLs hold the version. Left to Cognito's answer, those of the former version would be sent with the new one. */
function ofVersion(provider: Construct, version: string): Details {
  checkText(provider, version, {
    prop: 'apiVersion',
    pattern: /^v\d+\.\d+$/,
    expected: 'a version of the Graph API, such as v17.0',
    fix: 'Copy it from the dashboard of the app at Facebook, or leave it out',
  });
  return {
    api_version: version,
    attributes_url: `https://graph.facebook.com/${version}/me?fields=`,
    authorize_url: `https://www.facebook.com/${version}/dialog/oauth`,
    token_url: `https://graph.facebook.com/${version}/oauth/access_token`,
  };
}
