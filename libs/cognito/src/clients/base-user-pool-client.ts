import { check, type IUserPool, type IUserPoolClient, type Secret, snakeCase } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { StoredSecret, type StoredSecretOptions } from './stored-secret';

/**
 * What clients of a user pool have in common, ours and those that are made elsewhere.
 * @example UserPoolClient.fromId(stack, 'theirs', { clientId, userPool: users }).clientSecret
 */
export abstract class BaseUserPoolClient extends Construct implements IUserPoolClient {
  abstract readonly clientId: string;
  abstract readonly clientIds: readonly string[];
  abstract readonly userPool: IUserPool;

  /** The secret; it is kept in Terraform's state, and an output of it must be sensitive. */
  abstract get clientSecret(): string;

  /**
   * Keeps id and secret in Secrets Manager, as JSON with `client_id` and `client_secret`. A function gets its ARN and the right to read it as
   * a variable. The secret is in Terraform's state all the same.
   *
   * @throws ConstructError when the client has no secret, and when it is kept already.
   * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html
   * @example
   * const secret = machine.secretInSecretsManager({ name: 'acme/dev/machine' });
   * new LambdaFunction(stack, 'caller', { code, variables: { MACHINE: secret } });
   */
  secretInSecretsManager(options: StoredSecretOptions): Secret {
    check(this, this.node.tryFindChild('secret') === undefined, {
      prop: 'secretInSecretsManager',
      expected: 'one call for each client',
      found: 'a second one',
      fix: 'Keep what the first one returns, and hand it over to whatever reads the secret',
    });
    const { clientId, clientSecret, node } = this;
    const terraformName = snakeCase(node.id);
    return new StoredSecret(this, 'secret', { ...options, terraformName, clientId, clientSecret }).reference;
  }
}
