import { type Environment, stateKey } from '@gatehouse/environment';
import { DataTerraformRemoteStateS3, S3Backend, type S3BackendConfig, type TerraformStack } from 'cdktf';
import { emulatorCredentials } from './emulator';

/**
 * Keeps the stack's state in S3: encrypted with the environment's key, locked natively, in its account only.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend/s3
 */
export function addBackend(stack: TerraformStack, environment: Environment, name: string): void {
  const backend = new S3Backend(stack, stateOf(environment, name));
  // S3BackendConfig of cdktf 0.21 does not know native locking.
  backend.addOverride('use_lockfile', true);
}

/** Reads the outputs of another stack of the same environment from its state, by the very settings that wrote it. */
export function readState(reader: TerraformStack, environment: Environment, name: string) {
  const state = new DataTerraformRemoteStateS3(reader, name, stateOf(environment, name));
  state.addOverride('config.use_lockfile', true);
  return state;
}

function stateOf(environment: Environment, stack: string): S3BackendConfig {
  const { account, endpoint, state } = environment;
  return {
    bucket: state.bucket,
    key: stateKey(environment, stack),
    region: state.region,
    allowedAccountIds: [account],
    // Both or neither: without `encrypt` the key is ignored, without the key the bucket's own key is overridden.
    encrypt: true,
    kmsKeyId: state.kmsKey,
    ...(endpoint !== undefined && {
      ...emulatorCredentials,
      endpoints: { s3: endpoint, sts: endpoint, iam: endpoint },
      usePathStyle: true,
      skipMetadataApiCheck: true,
    }),
  };
}
