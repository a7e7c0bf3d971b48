import { type S3Client } from '@aws-sdk/client-s3';
import { type BootstrapTarget } from '@gatehouse/environment';
import { type LocalState } from './local-state';
import { addressOf, readRemoteState, type StoredState } from './remote-state';
import { type StateFile } from './state-file';

/** Which state a run goes on from. */
export type FoundState =
  | { readonly where: 'bucket'; readonly state: StoredState; readonly found: string }
  | { readonly where: 'here'; readonly state?: StateFile; readonly found: string };

/**
 * The bucket's state is the truth once there is one. What an earlier run left here is then removed, if the bucket's
 * state came from it, and kept under another name if not.
 */
export async function findState(s3: S3Client, target: BootstrapTarget, local: LocalState): Promise<FoundState> {
  const remote = await readRemoteState(s3, target);
  const here = local.read();
  if (remote === undefined) {
    const found = here === undefined ? 'none yet: it starts here' : 'here, from a run that did not end';
    return { where: 'here', state: here, found };
  }
  const found = `${addressOf(target)}, version ${remote.serial}`;
  if (here === undefined) return { where: 'bucket', state: remote, found };
  if (here.lineage === remote.lineage && here.serial <= remote.serial) {
    local.remove();
    return { where: 'bucket', state: remote, found: `${found}; the copy here is removed` };
  }
  const kept = local.setAside('replaced');
  return { where: 'bucket', state: remote, found: `${found}; another one that was here is kept as ${kept}` };
}
