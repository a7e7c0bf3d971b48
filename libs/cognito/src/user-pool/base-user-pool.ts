import { type IUserPool } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type AttributeName, type AttributeOf, attributeOf, type KnownAttributes } from '../attributes/attribute';
import { checkNumberValue } from '../attributes/number-value';
import { appClient, type AppClientOptions, machineClient, type MachineClientOptions } from '../clients/client-settings';
import { Group, type GroupOptions } from '../groups/group';
import { ResourceServer, type ResourceServerOptions } from '../resource-servers/resource-server';
import { type UserPoolClientOptions } from '../clients/client-options';
import { UserPoolClient } from '../clients/user-pool-client';
import { TestUser, type TestUserOptions } from '../operations/test-user';
import { UserExport, type UserExportOptions } from '../operations/user-export';
import { UserImport, type UserImportOptions } from '../operations/user-import';
import { UserPoolAlarms, type UserPoolAlarmsOptions } from '../operations/user-pool-alarms';
import { UserPoolDashboard, type UserPoolDashboardOptions } from '../operations/user-pool-dashboard';
import { WebAclAssociation, type WebAclAssociationOptions } from '../operations/web-acl-association';
import { UserPoolDomain, type UserPoolDomainOptions } from '../pages/user-pool-domain';
import { type AmazonOptions, AmazonProvider } from '../providers/amazon-provider';
import { type AppleOptions, AppleProvider } from '../providers/apple-provider';
import { type FacebookOptions, FacebookProvider } from '../providers/facebook-provider';
import { type GoogleOptions, GoogleProvider } from '../providers/google-provider';
import { type OidcOptions, OidcProvider } from '../providers/oidc-provider';
import { type SamlOptions, SamlProvider } from '../providers/saml-provider';
import { RiskConfiguration, type RiskConfigurationOptions } from '../sign-in/risk-configuration';

/**
 * What can be added to a user pool, whether it is ours or made elsewhere. `Custom` is any name of its custom attributes.
 * @example UserPool.fromId(stack, 'theirs', 'eu-west-1_AbCdEf123').addGroup('editors')
 */
export abstract class BaseUserPool<Custom extends string = never> extends Construct implements IUserPool {
  abstract readonly userPoolId: string;
  abstract readonly userPoolArn: string;
  abstract readonly endpoint: string;

  protected abstract readonly attributes: KnownAttributes;

  /** The `iss` claim of every token of this pool. */
  get issuer(): string {
    return `https://${this.endpoint}`;
  }

  /**
   * An attribute for clients, providers and tags: `attribute('email')`, `attribute('tenant')`. Another name does not compile.
   *
   * @throws ConstructError when the pool has no such attribute, listing the custom ones that it has.
   */
  attribute<Name extends AttributeName<Custom>>(name: Name): AttributeOf<Name> {
    return attributeOf(this, this.attributes, name);
  }

  /** An application that signs people in, or a machine that signs itself in. */
  addClient(id: string, options: UserPoolClientOptions): UserPoolClient {
    return new UserPoolClient(this, id, { ...options, userPool: this });
  }

  /**
   * An application that signs people in, whose URLs, lifetimes and switches differ between environments.
   *
   * @throws ConstructError when the settings leave people no way to sign in.
   */
  addAppClient(id: string, options: AppClientOptions): UserPoolClient {
    return this.addClient(id, appClient(this, id, options));
  }

  /**
   * A machine that signs itself in with a secret, whose lifetimes differ between environments.
   *
   * @throws ConstructError when the settings have what only people use.
   */
  addMachineClient(id: string, options: MachineClientOptions): UserPoolClient {
    return this.addClient(id, machineClient(this, id, options));
  }

  /**
   * An API whose scopes clients of this pool may be given; `scope('read')` of what it returns compiles for these scopes
   * only. Add it before the clients that use it.
   */
  addResourceServer<Name extends string>(id: string, options: ResourceServerOptions<Name>): ResourceServer<Name> {
    return new ResourceServer(this, id, { ...options, userPool: this });
  }

  /** People who share something, by the claim `cognito:groups` of their tokens. */
  addGroup(id: string, options: GroupOptions = {}): Group {
    return new Group(this, id, { ...options, userPool: this });
  }

  /** The host of the OAuth endpoints and of the hosted sign-in pages. */
  addDomain(id: string, options: UserPoolDomainOptions): UserPoolDomain {
    return new UserPoolDomain(this, id, { ...options, userPool: this });
  }

  /** People sign in with Google. */
  addGoogle(id: string, options: GoogleOptions<Custom>): GoogleProvider<Custom> {
    return new GoogleProvider(this, id, { ...options, userPool: this });
  }

  /** People sign in with Apple. */
  addApple(id: string, options: AppleOptions<Custom>): AppleProvider<Custom> {
    return new AppleProvider(this, id, { ...options, userPool: this });
  }

  /** People sign in with Facebook. */
  addFacebook(id: string, options: FacebookOptions<Custom>): FacebookProvider<Custom> {
    return new FacebookProvider(this, id, { ...options, userPool: this });
  }

  /** People sign in with Amazon. */
  addAmazon(id: string, options: AmazonOptions<Custom>): AmazonProvider<Custom> {
    return new AmazonProvider(this, id, { ...options, userPool: this });
  }

  /** People sign in at a provider of OpenID Connect. */
  addOidc(id: string, options: OidcOptions<Custom>): OidcProvider<Custom> {
    return new OidcProvider(this, id, { ...options, userPool: this });
  }

  /** People sign in at a provider of SAML 2.0. */
  addSaml(id: string, options: SamlOptions<Custom>): SamlProvider<Custom> {
    return new SamlProvider(this, id, { ...options, userPool: this });
  }

  /** What happens when threat protection finds a risk, for all clients or for one. */
  addRiskConfiguration(id: string, options: RiskConfigurationOptions): RiskConfiguration {
    return new RiskConfiguration(this, id, { ...options, userPool: this });
  }

  /**
   * A user of a test environment, who gets no message.
   *
   * @throws ConstructError for an attribute that the pool does not have, and for a number that is none.
   */
  addTestUser(id: string, options: TestUserOptions<AttributeName<Custom>>): TestUser {
    const given = Object.entries<string | undefined>(options.attributes ?? {});
    const attributes = given.map(([name, value = '']) => {
      const { attributeName } = this.attribute(name as AttributeName<Custom>);
      checkNumberValue(this, this.attributes, { name, prop: `addTestUser("${id}"), attributes.${name}`, value });
      return [attributeName, value];
    });
    return new TestUser(this, id, { ...options, userPool: this, attributes: Object.fromEntries(attributes) });
  }

  /** AWS WAF in front of the sign-in pages and the public operations. */
  addWebAcl(id: string, options: WebAclAssociationOptions): WebAclAssociation {
    return new WebAclAssociation(this, id, { ...options, userPool: this });
  }

  /** Alarms on failed sign-ins, failed federation, bursts of new accounts and throttled requests. */
  addAlarms(id: string, options: UserPoolAlarmsOptions): UserPoolAlarms {
    return new UserPoolAlarms(this, id, { ...options, userPool: this });
  }

  /** A dashboard of what clients do. */
  addDashboard(id: string, options: UserPoolDashboardOptions): UserPoolDashboard {
    return new UserPoolDashboard(this, id, { ...options, userPool: this });
  }

  /** The role and the key of `npx nx export-users <environment>`. */
  addUserExport(id: string, options: UserExportOptions): UserExport {
    return new UserExport(this, id, { ...options, userPool: this });
  }

  /** The role of `npx nx import-users <environment>`. */
  addUserImport(id: string, options: UserImportOptions): UserImport {
    return new UserImport(this, id, { ...options, userPool: this });
  }
}
