import { CognitoIdentityProvider } from '@cdktf/provider-aws/lib/cognito-identity-provider';
import { type IUserPool, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { DataResource, type TerraformResourceLifecycle } from 'cdktf';
import { Construct } from 'constructs';
import { type AttributeMapping, mapAttributes, type PoolWithAttributes } from './attribute-mapping';
import { checkIdentifiers, checkName } from './check-provider';
import { registerProvider } from './known-providers';

/**
 * Kinds of identity providers, as Cognito calls them.
 * @example const type: ProviderType = 'OIDC';
 */
export type ProviderType = 'Google' | 'SignInWithApple' | 'Facebook' | 'LoginWithAmazon' | 'OIDC' | 'SAML';

/**
 * An identity provider of a user pool: where people sign in instead of with a password of the pool.
 * @example oauth: { grant: 'code', scopes: ['openid'], callbackUrls, identityProviders: ['cognito', google] }
 */
export interface IIdentityProvider {
  /** Known at synthesis: `Google`, `corp`. The user names of its people begin with it: `google_1234`. */
  readonly name: string;
  /** The name as a reference, after which Terraform makes the provider before what uses it. */
  readonly providerName: string;
  /** Unknown of a provider that is made elsewhere. */
  readonly providerType?: ProviderType;
  readonly userPool: IUserPool;
  /**
   * Attribute of the pool to claim, by their names in Cognito: `email_verified`, `custom:team`. Unknown of a provider that is made
   * elsewhere.
   */
  readonly attributeMapping?: Readonly<Record<string, string>>;
}

/**
 * What every identity provider takes.
 * @example users.addGoogle('google', { clientId, clientSecret, attributes: { email: 'email' } })
 */
export interface ProviderOptions<Custom extends string = never> {
  /**
   * Attributes of the pool, each with the claim that it is taken from at every sign-in: `{ givenName: 'given_name' }`. A verified
   * address stays verified only where `emailVerified` is mapped too.
   * @default - what the provider says of the e-mail address
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html
   */
  readonly attributes?: AttributeMapping<Custom>;
  /**
   * Other names of it, which an application may ask for as `idp_identifier`: `corp.example.com`. At most 50.
   * @default - none
   */
  readonly identifiers?: readonly string[];
}

/** What is to be made of one kind. */
export interface ProviderDefinition<Type extends ProviderType, Custom extends string> extends ProviderOptions<Custom> {
  readonly userPool: PoolWithAttributes<Custom>;
  readonly type: Type;
  /** @default - its type: a pool has one of each kind that Cognito names */
  readonly name?: string;
  /** The claim that says who it is; Cognito writes it into the mapping by itself where it is left out. */
  readonly subject?: string;
  readonly defaultAttributes: AttributeMapping<never>;
  /** Settings of this kind, without those that have no value. */
  readonly details: (construct: Construct, terraformName: string) => Details;
  /** Settings that Cognito answers with though nobody wrote them. */
  readonly addedDetails: readonly string[];
  /** A setting that Cognito never tells, so that Terraform has it for the first apply only. */
  readonly hiddenDetail?: string;
}

/** Those of each provider whose endpoints Cognito knows by itself. */
export const addedToKnown = ['attributes_url_add_attributes', 'authorize_url', 'token_request_method', 'token_url'];

export type Details = Readonly<Record<string, string | undefined>>;

/**
 * What all identity providers share.
 * @example IdentityProvider.fromName(users, 'corp')
 */
export abstract class IdentityProvider<Type extends ProviderType = ProviderType>
  extends Construct
  implements IIdentityProvider
{
  readonly name: string;
  readonly providerName: string;
  readonly providerType: Type;
  readonly userPool: IUserPool;
  /** Attribute of the pool to claim, by their names in Cognito: `email_verified`, `custom:team`. */
  readonly attributeMapping: Readonly<Record<string, string>>;

  /**
   * An identity provider of a pool that is made elsewhere, for clients of that pool.
   *
   * @param name as Cognito has it: `corp`, `Google`
   */
  static fromName(userPool: IUserPool, name: string): IIdentityProvider {
    return { name, providerName: name, userPool };
  }

  protected constructor(scope: Construct, id: string, definition: ProviderDefinition<Type, string>) {
    super(scope, id);
    const { attributes = definition.defaultAttributes, identifiers, subject, type, userPool } = definition;
    const { name = type } = definition;
    checkName(this, name);
    checkIdentifiers(this, identifiers ?? []);
    registerProvider(userPool, this, name, identifiers ?? []);
    this.attributeMapping = mapAttributes(this, userPool, attributes, subject);

    const terraformName = snakeCase(id);
    const providerDetails = withoutMissing(definition.details(this, terraformName));
    const provider = new CognitoIdentityProvider(this, 'Resource', {
      userPoolId: userPool.userPoolId,
      providerName: name,
      providerType: type,
      providerDetails,
      attributeMapping: { ...this.attributeMapping },
      idpIdentifiers: identifiers && [...identifiers],
      lifecycle: lifecycleOf(this, terraformName, definition, providerDetails),
    });
    nameInTerraform(provider, terraformName);
    this.name = name;
    this.providerName = provider.providerName;
    this.providerType = type;
    this.userPool = userPool;
  }
}

/**
 * Cognito answers with other settings than were written, which provider 5.100 would plan to change each time.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/4831
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/13582
 */
function lifecycleOf(
  construct: Construct,
  terraformName: string,
  { addedDetails, hiddenDetail }: Pick<ProviderDefinition<ProviderType, string>, 'addedDetails' | 'hiddenDetail'>,
  details: Readonly<Record<string, string>>,
): TerraformResourceLifecycle {
  const added = addedDetails.filter((key) => !(key in details)).sort();
  if (hiddenDetail === undefined) return { ignoreChanges: added.map(inDetails) };
  // An update would be sent without the hidden setting, so a change of the others makes the provider anew.
  const input = Object.fromEntries(Object.entries(details).filter(([key]) => key !== hiddenDetail));
  nameInTerraform(new DataResource(construct, 'settings', { input }), terraformName);
  // By its address: cdktf writes the construct itself as an expression, which Terraform refuses here.
  const replaceTriggeredBy = [`terraform_data.${terraformName}`];
  return { ignoreChanges: [...added, hiddenDetail].map(inDetails), replaceTriggeredBy };
}

const inDetails = (key: string): string => `provider_details["${key}"]`;

const withoutMissing = (details: Details): Record<string, string> =>
  Object.fromEntries(Object.entries(details).filter((entry): entry is [string, string] => entry[1] !== undefined));
