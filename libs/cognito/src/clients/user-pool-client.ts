import { CognitoUserPoolClient } from '@cdktf/provider-aws/lib/cognito-user-pool-client';
import {
  check,
  ConstructError,
  type IUserPool,
  type IUserPoolClient,
  nameInTerraform,
  snakeCase,
} from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { oauthConfig, type OAuth } from './oauth';
import { tokenValidity, type TokenValidity } from './token-validity';
import { ImportedUserPoolClient, type ImportedUserPoolClientProps } from './imported-user-pool-client';

export interface UserPoolClientOptions {
  /**
   * Name shown in AWS.
   * @default - the construct's id
   */
  readonly name?: string;
  /**
   * How people sign in with the Cognito API. Refreshing a token is always allowed.
   * @default - not at all: through `oauth` only
   */
  readonly authFlows?: AuthFlows;
  /**
   * How people or machines sign in with the OAuth endpoints of the pool's domain.
   * @default - not at all: through `authFlows` only
   */
  readonly oauth?: OAuth;
  /** @default - see each field of TokenValidity */
  readonly tokenValidity?: TokenValidity;
  /**
   * Whether the client has a secret. Browsers and apps cannot keep one. Changing this replaces the client.
   * @default - true for the client credentials grant, otherwise false
   */
  readonly generateSecret?: boolean;
}

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html */
export interface AuthFlows {
  /**
   * The password itself is sent, under TLS.
   * @default false
   */
  readonly userPassword?: boolean;
  /**
   * The password is proven without being sent (Secure Remote Password).
   * @default false
   */
  readonly userSrp?: boolean;
}

export interface UserPoolClientProps extends UserPoolClientOptions {
  readonly userPool: IUserPool;
}

/**
 * An application that signs people in to a user pool, or a machine that signs itself in. It does not reveal
 * which accounts exist, its tokens can be revoked, and OAuth is off unless given.
 *
 * @throws ConstructError when no one could sign in, and for scopes, URLs and validities that Cognito refuses.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user_pool_client
 */
export class UserPoolClient extends Construct implements IUserPoolClient {
  readonly clientId: string;
  readonly userPool: IUserPool;

  private readonly secret: string | undefined;

  /**
   * A client that is made elsewhere, of any user pool: for identity pools and authorizers.
   *
   * @throws ConstructError for what is no id of a client.
   */
  static fromId(scope: Construct, id: string, props: ImportedUserPoolClientProps): IUserPoolClient {
    return new ImportedUserPoolClient(scope, id, props);
  }

  constructor(scope: Construct, id: string, props: UserPoolClientProps) {
    super(scope, id);
    checkSignIn(this, props);
    checkMachine(this, props);
    this.userPool = props.userPool;
    const generateSecret = props.generateSecret ?? isMachine(props);

    const client = new CognitoUserPoolClient(this, 'Resource', {
      userPoolId: props.userPool.userPoolId,
      name: props.name ?? id,
      generateSecret,
      explicitAuthFlows: explicitAuthFlows(props.authFlows),
      ...oauthConfig(this, props.userPool, props.oauth),
      ...tokenValidity(this, props.tokenValidity),
      preventUserExistenceErrors: 'ENABLED',
      enableTokenRevocation: true,
    });
    nameInTerraform(client, snakeCase(id));
    this.clientId = client.id;
    this.secret = generateSecret ? client.clientSecret : undefined;
  }

  /** Whether there is a secret to read. */
  get hasSecret(): boolean {
    return this.secret !== undefined;
  }

  /**
   * The secret; it is kept in Terraform's state, and an output of it must be sensitive.
   * @throws ConstructError when the client has none.
   */
  get clientSecret(): string {
    if (this.secret !== undefined) return this.secret;
    throw new ConstructError(this, {
      prop: 'clientSecret',
      expected: 'a client with a secret',
      found: false,
      fix: 'Set generateSecret, which replaces the client, or do without the secret',
    });
  }
}

/** Always written out: AWS gives a client without a list more flows than anyone asked for. */
function explicitAuthFlows({ userPassword, userSrp }: AuthFlows = {}): string[] {
  return [
    ...(userPassword ? ['ALLOW_USER_PASSWORD_AUTH'] : []),
    ...(userSrp ? ['ALLOW_USER_SRP_AUTH'] : []),
    'ALLOW_REFRESH_TOKEN_AUTH',
  ];
}

function isMachine({ oauth }: UserPoolClientProps): boolean {
  return oauth?.grant === 'clientCredentials';
}

function signsInDirectly({ userPassword, userSrp }: AuthFlows = {}): boolean {
  return userPassword === true || userSrp === true;
}

function checkSignIn(construct: Construct, { authFlows, oauth }: UserPoolClientProps): void {
  check(construct, signsInDirectly(authFlows) || oauth !== undefined, {
    prop: 'authFlows',
    expected: 'at least one way to sign in',
    found: authFlows,
    fix: 'Set authFlows.userSrp or authFlows.userPassword, or give oauth',
  });
}

function checkMachine(construct: Construct, props: UserPoolClientProps): void {
  if (!isMachine(props)) return;
  check(construct, props.generateSecret !== false, {
    prop: 'generateSecret',
    expected: 'true for the client credentials grant',
    found: false,
    fix: 'Leave it out: the secret is how a machine signs in',
  });
  check(construct, !signsInDirectly(props.authFlows), {
    prop: 'authFlows',
    expected: 'no flow with the client credentials grant',
    found: props.authFlows,
    fix: 'Give people a client of their own: a leaked secret should not open both',
  });
}
