import { DataAwsCognitoUserPoolSigningCertificate } from '@cdktf/provider-aws/lib/data-aws-cognito-user-pool-signing-certificate';
import { nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { type PoolWithAttributes } from './attribute-mapping';
import { IdentityProvider, type ProviderOptions } from './identity-provider';
import { type SamlMetadata } from './saml-metadata';

/**
 * The settings of a provider of SAML 2.0.
 * @example users.addSaml('corp', { name: 'corp', metadata: SamlMetadata.url('https://login.example.com/metadata.xml') })
 */
export interface SamlOptions<Custom extends string = never> extends ProviderOptions<Custom> {
  /** Of the provider, 3 to 32 characters without spaces and underscores: `corp`. It cannot be changed. */
  readonly name: string;
  /** `SamlMetadata.url('https://...')`, or `SamlMetadata.file(path)`. */
  readonly metadata: SamlMetadata;
  /**
   * Whether Cognito signs its requests. The provider checks them with `signingCertificate`.
   * @default false
   */
  readonly signRequests?: boolean;
  /**
   * Whether Cognito takes encrypted assertions only, for which the provider has the pool's certificate.
   * @default false
   */
  readonly encryptedResponses?: boolean;
  /**
   * Whether people may begin at the provider, such as on the start page of the company.
   * @default false: they begin at the application
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-SAML-session-initiation.html
   */
  readonly idpInitiated?: boolean;
  /**
   * Whether who signs out here is signed out at the provider too.
   * @default false
   */
  readonly signOut?: boolean;
}

/**
 * The settings of a provider of SAML 2.0, and the pool.
 * @example new SamlProvider(stack, 'corp', { userPool: users, name: 'corp', metadata: SamlMetadata.url('https://login.example.com/metadata.xml') })
 */
export interface SamlProviderProps<Custom extends string = never> extends SamlOptions<Custom> {
  readonly userPool: PoolWithAttributes<Custom>;
}

const EMAIL = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress';

/**
 * People sign in at a provider of SAML 2.0. Unless `attributes` says otherwise, their e-mail address is taken from the claim that
 * Microsoft's and most other providers send it in.
 *
 * @throws ConstructError for a name, URL or metadata that Cognito does not take, for an attribute that the pool does not have,
 * and for a name or identifier that another provider of the pool has.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-saml-idp.html
 * @example
 * const corp = users.addSaml('corp', {
 *   name: 'corp',
 *   metadata: SamlMetadata.url('https://login.example.com/metadata.xml'),
 *   signRequests: true,
 *   identifiers: ['example.com'],
 * });
 */
export class SamlProvider<Custom extends string = never> extends IdentityProvider<'SAML'> {
  /** What the provider knows this pool by: its audience, or entity id. */
  readonly entityId: string;
  private certificate?: DataAwsCognitoUserPoolSigningCertificate;

  constructor(scope: Construct, id: string, props: SamlProviderProps<Custom>) {
    const { metadata, signRequests, encryptedResponses, idpInitiated, signOut, ...shared } = props;
    super(scope, id, {
      ...shared,
      type: 'SAML',
      defaultAttributes: { email: EMAIL },
      addedDetails: ['ActiveEncryptionCertificate', 'SLORedirectBindingURI', 'SSORedirectBindingURI'],
      details: (provider) => ({
        ...metadata.details(provider),
        EncryptedResponses: String(encryptedResponses ?? false),
        IDPInit: String(idpInitiated ?? false),
        IDPSignout: String(signOut ?? false),
        RequestSigningAlgorithm: signRequests ? 'rsa-sha256' : undefined,
      }),
    });
    this.entityId = `urn:amazon:cognito:sp:${props.userPool.userPoolId}`;
  }

  /** The certificate of the pool that the provider checks signed requests with. */
  get signingCertificate(): string {
    const { userPoolId } = this.userPool;
    this.certificate ??= nameInTerraform(
      new DataAwsCognitoUserPoolSigningCertificate(this, 'certificate', { userPoolId }),
      snakeCase(this.node.id),
    );
    return this.certificate.certificate;
  }
}
