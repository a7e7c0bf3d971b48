/** What a user pool hands to a function that sends its messages, and the key it does so with. */
export interface Plaintext {
  /** ARN of the KMS key. */
  readonly keyArn: string;
  readonly text: string;
  /** Where KMS answers. */
  readonly endpoint: string;
}

/**
 * The code as a custom sender gets it: a message of the AWS Encryption SDK, in Base64.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-sender-triggers.html
 */
export async function encrypt({ endpoint, keyArn, text }: Plaintext): Promise<{ ciphertext: string }> {
  // Loaded when a pool has such a function: it would slow down every start.
  const [{ buildEncrypt }, { getClient, KMS, KmsKeyringNode }] = await Promise.all([
    import('@aws-crypto/encrypt-node'),
    import('@aws-crypto/kms-keyring-node'),
  ]);
  const clientProvider = getClient(KMS, {
    endpoint,
    credentials: { accessKeyId: 'emulator', secretAccessKey: 'emulator' },
  });
  const keyring = new KmsKeyringNode({ generatorKeyId: keyArn, clientProvider });
  const { result } = await buildEncrypt().encrypt(keyring, text);
  return { ciphertext: result.toString('base64') };
}
