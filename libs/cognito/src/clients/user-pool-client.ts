import { CognitoUserPoolClient } from '@cdktf/provider-aws/lib/cognito-user-pool-client';
import { checkText, ConstructError, type IUserPool, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { formats } from '@gatehouse/checks';
import { type Construct } from 'constructs';
import { BaseUserPoolClient } from './base-user-pool-client';
import { clientConfig, hasSecretOf } from './client-config';
import { type UserPoolClientOptions } from './client-options';
import { ImportedUserPoolClient, type ImportedUserPoolClientProps } from './imported-user-pool-client';
import { checkGeneration, nameOfGeneration, otherGeneration } from './secret-generation';

/**
 * The options of a client, and its pool.
 * @example new UserPoolClient(stack, 'app', { userPool: users, authFlows: { userSrp: true } })
 */
export type UserPoolClientProps = UserPoolClientOptions & { readonly userPool: IUserPool };

/**
 * An application that signs people in to a user pool, or a machine that signs itself in. It does not reveal
 * which accounts exist, its tokens can be revoked, and OAuth is off unless given.
 *
 * @throws ConstructError when no one could sign in, and for names, scopes, URLs and validities that Cognito refuses.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user_pool_client
 * @example
 * users.addClient('app', { audience: 'browser', oauth: { grant: 'code', scopes: ['openid'], callbackUrls } });
 */
export class UserPoolClient extends BaseUserPoolClient {
  readonly clientId: string;
  /** Every client whose secret works: two while the secret is rotated. */
  readonly clientIds: readonly string[];
  readonly userPool: IUserPool;

  private readonly secret: string | undefined;

  /**
   * A client that is made elsewhere, of any user pool: for identity pools and authorizers. Terraform reads its secret when something
   * here asks for it.
   *
   * @throws ConstructError for what is no id of a client.
   */
  static fromId(scope: Construct, id: string, props: ImportedUserPoolClientProps): ImportedUserPoolClient {
    return new ImportedUserPoolClient(scope, id, props);
  }

  constructor(scope: Construct, id: string, props: UserPoolClientProps) {
    super(scope, id);
    const generateSecret = hasSecretOf(props);
    const generations = 'secret' in props ? props.secret : undefined;
    checkGeneration(this, generateSecret, generations);
    this.userPool = props.userPool;
    checkText(this, props.name ?? id, {
      prop: 'name',
      fix: 'Cognito refuses other names; without a name it is the id',
      ...formats.userPoolName,
    });

    const config = clientConfig(this, props.userPool, props);
    const make = (part: string, generation: number) =>
      nameInTerraform(
        new CognitoUserPoolClient(this, part, {
          userPoolId: props.userPool.userPoolId,
          name: nameOfGeneration(props.name ?? id, generation, '-'),
          generateSecret,
          ...config,
        }),
        nameOfGeneration(snakeCase(id), generation, '_'),
      );
    const client = make('Resource', generations?.generation ?? 1);
    const other = generations && otherGeneration(generations);
    this.clientId = client.id;
    this.clientIds = [this.clientId, ...(other === undefined ? [] : [make('Other', other).id])];
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
