import { buildDecrypt } from '@aws-crypto/decrypt-node';
import { buildEncrypt } from '@aws-crypto/encrypt-node';
import { getClient, KMS, KmsKeyringNode } from '@aws-crypto/kms-keyring-node';
import { type Header } from '../model';

/** Where KMS is asked, and by whom. */
export interface KmsSettings {
  readonly endpoint?: string;
  readonly credentials: () => Promise<{ readonly accessKeyId: string; readonly secretAccessKey: string }>;
}

/**
 * Seals the pages of an export, each with a data key of its own, by the AWS Encryption SDK. The pool and the number of the page are
 * authenticated with it, so that no page can be left out, moved or taken from another export.
 *
 * @see https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/message-format.html
 */
export class Envelope {
  private readonly clients: ReturnType<typeof getClient<KMS, KmsSettings>>;

  constructor(
    private readonly header: Header,
    kms: KmsSettings,
  ) {
    this.clients = getClient(KMS, { ...kms });
  }

  async seal(page: number, content: string): Promise<string> {
    const keyring = new KmsKeyringNode({ generatorKeyId: this.header.keyArn, clientProvider: this.clients });
    const { result } = await buildEncrypt().encrypt(keyring, content, { encryptionContext: this.context(page) });
    return result.toString('base64');
  }

  /** @throws Error when it is damaged, another page than this, or the key cannot be used. */
  async open(page: number, sealed: string): Promise<string> {
    const keyring = new KmsKeyringNode({ keyIds: [this.header.keyArn], clientProvider: this.clients });
    const { messageHeader, plaintext } = await buildDecrypt().decrypt(keyring, Buffer.from(sealed, 'base64'));
    for (const [name, expected] of Object.entries(this.context(page))) {
      const found = messageHeader.encryptionContext[name];
      if (found !== expected) throw new Error(`expected ${name} ${expected}, found ${found}`);
    }
    return plaintext.toString('utf8');
  }

  private context(page: number): Record<string, string> {
    const { format, userPoolId } = this.header;
    return { format, 'user-pool': userPoolId, page: String(page) };
  }
}
