import { devNull } from 'node:os';
import { SetupError } from '../errors';
import { emulatorEndpoint, readStackConfig } from '../stack-config';
import { type Stack } from '../stacks';

/**
 * Asks KMS for the data key of a sealed state.
 *
 * @throws SetupError when these credentials may not decrypt it
 */
export async function decryptDataKey(stack: Stack, keyArn: string, dataKey: Buffer): Promise<Uint8Array> {
  const { DecryptCommand, KMSClient } = await import('@aws-sdk/client-kms');
  const endpoint = emulatorEndpoint(readStackConfig(stack));
  const [, , , region] = keyArn.split(':');
  const kms = new KMSClient({
    region,
    // A person's own are never sent to an emulator.
    ...(endpoint !== undefined && {
      endpoint,
      credentials: { accessKeyId: 'emulator', secretAccessKey: 'emulator' },
      configFilepath: devNull,
    }),
  });
  try {
    const request = { KeyId: keyArn, CiphertextBlob: dataKey, EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' } as const;
    const { Plaintext } = await kms.send(new DecryptCommand(request));
    return Plaintext ?? new Uint8Array();
  } catch (cause) {
    const { name, message } = cause as Error;
    throw new SetupError(
      `KMS does not decrypt it with ${keyArn} (${name}: ${message}). ` +
        'Sign in to that account with a role that may kms:Decrypt with that key, such as an administrator.',
      { cause },
    );
  } finally {
    kms.destroy();
  }
}
