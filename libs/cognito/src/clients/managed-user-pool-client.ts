import { CognitoManagedUserPoolClient } from '@cdktf/provider-aws/lib/cognito-managed-user-pool-client';
import { check, type IUserPool, type IUserPoolClient, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { clientConfig } from './client-config';
import { type ServerClientOptions } from './client-options';

/**
 * Settings for a client that another AWS service made.
 * @example new ManagedUserPoolClient(stack, 'search', { userPool: users, namePrefix: 'AmazonOpenSearchService-search', oauth })
 */
export interface ManagedUserPoolClientOptions extends Omit<
  ServerClientOptions,
  'audience' | 'name' | 'generateSecret' | 'secret' | 'propagateUserContext'
> {
  /**
   * What the name of the client begins with: `AmazonOpenSearchService-search`. Give this or `namePattern`; one client of the pool must have it.
   * @default - by `namePattern`
   */
  readonly namePrefix?: string;
  /**
   * A regular expression that the name of the client matches.
   * @default - by `namePrefix`
   */
  readonly namePattern?: string;
}

/**
 * The options of a client that another service made, and its pool.
 * @example new ManagedUserPoolClient(stack, 'search', { userPool: users, namePrefix: 'AmazonOpenSearchService-search', oauth })
 */
export interface ManagedUserPoolClientProps extends ManagedUserPoolClientOptions {
  readonly userPool: IUserPool;
}

/**
 * A client that another AWS service made in the pool, such as Amazon OpenSearch Service for its dashboards, with settings from here. Terraform
 * finds it by its name and never deletes it.
 *
 * @throws ConstructError as `UserPoolClient`, and unless it is named in one way.
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_managed_user_pool_client
 * @example
 * new ManagedUserPoolClient(stack, 'search', { userPool: users, namePrefix: 'AmazonOpenSearchService-search', oauth });
 */
export class ManagedUserPoolClient extends Construct implements IUserPoolClient {
  readonly clientId: string;
  readonly clientIds: readonly string[];
  readonly userPool: IUserPool;

  constructor(scope: Construct, id: string, props: ManagedUserPoolClientProps) {
    super(scope, id);
    const { namePrefix, namePattern, userPool } = props;
    check(this, Boolean(namePrefix) !== Boolean(namePattern), {
      prop: 'namePrefix',
      expected: 'namePrefix or namePattern, and not both',
      found: { namePrefix, namePattern },
      fix: 'Give one of them; it must fit one client of the pool',
    });
    const client = new CognitoManagedUserPoolClient(this, 'Resource', {
      userPoolId: userPool.userPoolId,
      namePrefix,
      namePattern,
      ...clientConfig(this, userPool, props),
    });
    nameInTerraform(client, snakeCase(id));
    this.clientId = client.id;
    this.clientIds = [this.clientId];
    this.userPool = userPool;
  }
}
