import { type S3Client } from '@aws-sdk/client-s3';
import { type BootstrapTarget } from '@gatehouse/environment';
import { addressOf, createRemoteState, readRemoteState } from './remote-state';
import { type LocalState } from './local-state';

/**
 * Moves the state of a first run into the bucket that it made. The local one goes only after what was stored has been
 * read back, the same and encrypted with the state key.
 */
export async function moveState(s3: S3Client, target: BootstrapTarget, local: LocalState): Promise<void> {
  const state = local.read();
  const keyArn = state?.outputs['state_key_arn'];
  if (state === undefined || typeof keyArn !== 'string') {
    throw new Error(`${local.path}: expected a state with the output "state_key_arn"`);
  }
  await createRemoteState(s3, target, { text: state.text, keyArn });
  const stored = await readRemoteState(s3, target);
  if (stored?.text !== state.text || stored.keyArn !== keyArn) {
    throw new Error(
      `${addressOf(target)} was written, but reads back ${stored?.text === state.text ? `encrypted with ${stored?.keyArn ?? 'no KMS key'} instead of ${keyArn}` : 'differently'}. The state is still in ${local.path}.`,
    );
  }
  local.remove();
}
