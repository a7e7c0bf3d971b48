import { createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { noteLostStateKey as note } from '@gatehouse/terraform';

/**
 * Writes the public half of the key of lost states into the workspace, where a workflow encrypts with it.
 *
 * @param workspace its top folder
 * @returns the file, when it has to be committed
 */
export async function noteLostStateKey(
  kms: KMSClient,
  workspace: string,
  { bucket, keyArn }: { readonly bucket: string; readonly keyArn: string },
): Promise<string | undefined> {
  const { PublicKey = new Uint8Array() } = await kms.send(new GetPublicKeyCommand({ KeyId: keyArn }));
  const key = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
  return note(workspace, bucket, { keyArn, publicKey: String(key.export({ format: 'pem', type: 'spki' })) });
}
