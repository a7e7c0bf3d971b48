import { CognitoUserPool } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { check, checkText, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { passwordPolicy, type PasswordPolicy } from './password-policy';
import { ResourceServer, type ResourceServerOptions } from './resource-server';
import { UserPoolClient, type UserPoolClientOptions } from './user-pool-client';
import { UserPoolDomain, type UserPoolDomainOptions } from './user-pool-domain';

export interface UserPoolProps {
  /** Name shown in AWS, 1 to 128 characters. It need not be unique. */
  readonly name: string;
  /**
   * Whether anyone may make an account.
   * @default false: only administrators make accounts
   */
  readonly selfSignUp?: boolean;
  /**
   * Whether AWS refuses to delete the pool. To delete it, switch this off and apply, then destroy.
   * @default true
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html
   */
  readonly deletionProtection?: boolean;
  /**
   * Second factor: a time-based one-time password (TOTP). `required` asks everyone for one.
   * @default 'optional': each user decides
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
   */
  readonly mfa?: Mfa;
  /** @default - see each field of PasswordPolicy */
  readonly passwordPolicy?: PasswordPolicy;
}

export type Mfa = 'off' | 'optional' | 'required';

/**
 * The people who may sign in: by e-mail address, verified by a code, in any letter case; a lost password is recovered
 * by e-mail.
 *
 * @throws ConstructError for a name or a password policy that Cognito refuses.
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user_pool
 */
export class UserPool extends Construct {
  readonly userPoolId: string;
  readonly userPoolArn: string;
  /** Host and path that issue the tokens, without `https://`: `cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab12`. */
  readonly endpoint: string;
  /** The `iss` claim of every token of this pool. */
  readonly issuer: string;

  private readonly resourceServers = new Map<string, ResourceServer>();

  constructor(scope: Construct, id: string, props: UserPoolProps) {
    super(scope, id);
    checkText(this, props.name, {
      prop: 'name',
      pattern: /^[\w\s+=,.@-]{1,128}$/,
      expected: '1 to 128 letters, digits, spaces and _ + = , . @ -',
      fix: 'Cognito refuses other names',
    });

    const pool = new CognitoUserPool(this, 'Resource', {
      name: props.name,
      deletionProtection: (props.deletionProtection ?? true) ? 'ACTIVE' : 'INACTIVE',
      ...signInByEmail,
      adminCreateUserConfig: { allowAdminCreateUserOnly: !props.selfSignUp },
      passwordPolicy: passwordPolicy(this, props.passwordPolicy),
      ...secondFactor(props.mfa ?? 'optional'),
    });
    nameInTerraform(pool, snakeCase(id));
    this.userPoolId = pool.id;
    this.userPoolArn = pool.arn;
    this.endpoint = pool.endpoint;
    this.issuer = `https://${pool.endpoint}`;
  }

  /** An application that signs people in, or a machine that signs itself in. */
  addClient(id: string, options: UserPoolClientOptions): UserPoolClient {
    return new UserPoolClient(this, id, { ...options, userPool: this });
  }

  /** An API whose scopes clients of this pool may be given. Add it before the clients that use it. */
  addResourceServer(id: string, options: ResourceServerOptions): ResourceServer {
    return new ResourceServer(this, id, { ...options, userPool: this });
  }

  /** The host of the OAuth endpoints and of the hosted sign-in pages. */
  addDomain(id: string, options: UserPoolDomainOptions): UserPoolDomain {
    return new UserPoolDomain(this, id, { ...options, userPool: this });
  }

  /** The resource server of an identifier, if this pool has it. */
  resourceServer(identifier: string): ResourceServer | undefined {
    return this.resourceServers.get(identifier);
  }

  /** The identifiers of this pool's resource servers. */
  get resourceServerIdentifiers(): string[] {
    return [...this.resourceServers.keys()];
  }

  /**
   * Called by every resource server of this pool.
   * @internal
   */
  registerResourceServer(server: ResourceServer): void {
    const holder = this.resourceServers.get(server.identifier);
    check(server, holder === undefined, {
      prop: 'identifier',
      expected: 'an identifier that no other resource server of the pool has',
      found: server.identifier,
      fix: `It belongs to ${holder?.node.path}: add the scopes there, or choose another identifier`,
    });
    this.resourceServers.set(server.identifier, server);
  }
}

const signInByEmail = {
  usernameAttributes: ['email'],
  usernameConfiguration: { caseSensitive: false },
  autoVerifiedAttributes: ['email'],
  verificationMessageTemplate: { defaultEmailOption: 'CONFIRM_WITH_CODE' },
  // Without this, a new address replaces the verified one before anyone has shown to own it.
  userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdate: ['email'] },
  accountRecoverySetting: { recoveryMechanism: [{ name: 'verified_email', priority: 1 }] },
};

function secondFactor(mfa: Mfa) {
  if (mfa === 'off') return { mfaConfiguration: 'OFF' };
  return {
    mfaConfiguration: mfa === 'required' ? 'ON' : 'OPTIONAL',
    softwareTokenMfaConfiguration: { enabled: true },
  };
}
