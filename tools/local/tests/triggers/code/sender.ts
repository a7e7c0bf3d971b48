import { buildDecrypt } from '@aws-crypto/decrypt-node';
import { KmsKeyringNode } from '@aws-crypto/kms-keyring-node';
import { type CustomEmailSenderTriggerEvent, type CustomSMSSenderTriggerEvent } from 'aws-lambda';

/** Sends nothing, but prints what it could have sent, or fails. It decrypts as the guide of Cognito does. */
export async function handler(event: CustomEmailSenderTriggerEvent | CustomSMSSenderTriggerEvent): Promise<void> {
  const keyring = new KmsKeyringNode({ keyIds: [process.env.KEY_ARN!] });
  const { plaintext } = await buildDecrypt().decrypt(keyring, Buffer.from(event.request.code!, 'base64'));
  console.log(JSON.stringify({ ...event, decrypted: plaintext.toString() }));
  if (JSON.stringify(event.request.userAttributes).includes('+fails@')) throw new Error('nothing is sent');
}
