import { DataTerraformRemoteStateS3, S3Backend, type S3BackendConfig, type TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { emulatorCredentials } from './emulator';
import { type StateLocation } from './state-location';

/**
 * Keeps the stack's state in S3: encrypted with the environment's key, locked natively, in its account only.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend/s3
 */
export function addBackend(stack: TerraformStack, state: StateLocation): void {
  const backend = new S3Backend(stack, settings(state));
  // S3BackendConfig of cdktf 0.21 does not know native locking.
  backend.addOverride('use_lockfile', true);
}

/** Reads the outputs of another stack from its state, by the very settings that wrote it. */
export function readState(reader: TerraformStack, id: string, state: StateLocation): DataTerraformRemoteStateS3 {
  // Its address is made of its own id; a construct of that id in the stack is no matter one level down.
  const taken = reader.node.tryFindChild(id) !== undefined;
  const scope = taken ? new Construct(reader, `state of ${id}`) : reader;
  const source = new DataTerraformRemoteStateS3(scope, id, settings(state));
  source.addOverride('config.use_lockfile', true);
  return source;
}

function settings({ account, endpoint, kmsKey, ...location }: StateLocation): S3BackendConfig {
  return {
    ...location,
    allowedAccountIds: [account],
    // Both or neither: without `encrypt` the key is ignored, without the key the bucket's own key is overridden.
    encrypt: true,
    kmsKeyId: kmsKey,
    ...(endpoint !== undefined && {
      ...emulatorCredentials,
      endpoints: { s3: endpoint, sts: endpoint, iam: endpoint },
      usePathStyle: true,
      skipMetadataApiCheck: true,
    }),
  };
}
