import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { SecretsmanagerSecretVersion } from '@cdktf/provider-aws/lib/secretsmanager-secret-version';
import { checkText, checkWholeNumber, nameInTerraform, Secret } from '@gatehouse/construct-kit';
import { Fn } from 'cdktf';
import { Construct } from 'constructs';

/**
 * How the id and the secret of a client are kept in Secrets Manager.
 * @example client.secretInSecretsManager({ name: 'acme/machine' })
 */
export interface StoredSecretOptions {
  /** Name in Secrets Manager, 1 to 512 characters: `acme/dev/machine`. */
  readonly name: string;
  /**
   * The customer managed key that encrypts it, such as a `KmsKey`.
   * @default - AWS's own key, which needs no permission
   */
  readonly encryptionKey?: { readonly arn: string };
  /**
   * How long a secret that was deleted can be restored, in days: 7 to 30, or 0 for not at all.
   * @default 30
   */
  readonly recoveryDays?: number;
}

/** Id and secret of a client in Secrets Manager, as JSON: `{ "client_id": ..., "client_secret": ... }`. */
export class StoredSecret extends Construct {
  readonly reference: Secret;

  constructor(
    scope: Construct,
    id: string,
    props: StoredSecretOptions & {
      readonly terraformName: string;
      readonly clientId: string;
      readonly clientSecret: string;
    },
  ) {
    super(scope, id);
    const { name, encryptionKey, recoveryDays = 30, terraformName, clientId, clientSecret } = props;
    checkText(this, name, {
      prop: 'name',
      pattern: /^[\w/+=.@-]{1,512}$/,
      expected: '1 to 512 letters, digits and / _ + = . @ -',
      fix: 'Secrets Manager takes no other',
    });
    if (recoveryDays !== 0) {
      const fix = 'Secrets Manager keeps what was deleted for no other time; 0 deletes at once';
      checkWholeNumber(this, recoveryDays, { prop: 'recoveryDays', min: 7, max: 30, fix });
    }
    const secret = nameInTerraform(
      new SecretsmanagerSecret(this, 'Resource', {
        name,
        description: `Id and secret of the app client ${terraformName}.`,
        recoveryWindowInDays: recoveryDays,
        ...(encryptionKey && { kmsKeyId: encryptionKey.arn }),
      }),
      terraformName,
    );
    // One value with both: a reader never has the id of one client and the secret of another.
    nameInTerraform(
      new SecretsmanagerSecretVersion(this, 'version', {
        secretId: secret.id,
        secretString: Fn.jsonencode({ client_id: clientId, client_secret: clientSecret }),
      }),
      terraformName,
    );
    this.reference = Secret.secretsManager(secret, { keyArn: encryptionKey?.arn });
  }
}
