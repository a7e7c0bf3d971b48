import { DataAwsCognitoUserPoolClient } from '@cdktf/provider-aws/lib/data-aws-cognito-user-pool-client';
import { formats } from '@gatehouse/checks';
import { checkText, type IUserPool, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { BaseUserPoolClient } from './base-user-pool-client';

/**
 * Which client of which pool it is.
 * @example UserPoolClient.fromId(stack, 'theirs', { clientId, userPool: users })
 */
export interface ImportedUserPoolClientProps {
  /** As the Cognito console shows it. */
  readonly clientId: string;
  readonly userPool: IUserPool;
}

/**
 * A client that is made elsewhere: nothing of it is in Terraform here. `UserPoolClient.fromId` makes it.
 * @example UserPoolClient.fromId(stack, 'theirs', { clientId, userPool: users })
 */
export class ImportedUserPoolClient extends BaseUserPoolClient {
  readonly clientId: string;
  readonly userPool: IUserPool;

  private found: DataAwsCognitoUserPoolClient | undefined;

  constructor(scope: Construct, id: string, { clientId, userPool }: ImportedUserPoolClientProps) {
    super(scope, id);
    checkText(this, clientId, {
      prop: 'clientId',
      fix: 'Copy it from the Cognito console; the name of a client is not its id',
      ...formats.userPoolClientId,
    });
    this.clientId = clientId;
    this.userPool = userPool;
  }

  get clientIds(): readonly string[] {
    return [this.clientId];
  }

  /** The secret, which Terraform reads at each plan and keeps in its state; empty when the client has none. An output of it must be sensitive. */
  get clientSecret(): string {
    this.found ??= nameInTerraform(
      new DataAwsCognitoUserPoolClient(this, 'Resource', {
        userPoolId: this.userPool.userPoolId,
        clientId: this.clientId,
      }),
      snakeCase(this.node.id),
    );
    return this.found.clientSecret;
  }
}
