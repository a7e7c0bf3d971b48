import { buildDecrypt } from '@aws-crypto/decrypt-node';
import { KmsKeyringNode } from '@aws-crypto/kms-keyring-node';

const { decrypt } = buildDecrypt();

/** The code in a message, which Cognito encrypted with the key whose ARN is KEY_ARN. */
export async function decryptCode(code: string): Promise<string> {
  const keyring = new KmsKeyringNode({ keyIds: [process.env.KEY_ARN as string] });
  const { plaintext } = await decrypt(keyring, Buffer.from(code, 'base64'));
  return plaintext.toString('utf8');
}
