import { devNull } from 'node:os';
import { emulatorEndpoint, type StackConfig } from './stack-config';

/** What would make the AWS SDK prefer a user's real account over the emulator. */
const REAL_CREDENTIALS = [
  'AWS_PROFILE',
  'AWS_DEFAULT_PROFILE',
  'AWS_SESSION_TOKEN',
  'AWS_ROLE_ARN',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
];

/**
 * Environment of a Terraform process: the user's, with our data directory and without prompts or version look-ups.
 * A stack that talks to an emulator gets made-up credentials, so that real ones never leave for it.
 */
export function childEnv(env: NodeJS.ProcessEnv, config: StackConfig, dataDirectory: string): NodeJS.ProcessEnv {
  const common = {
    ...env,
    TF_DATA_DIR: dataDirectory,
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: '1',
  };
  if (emulatorEndpoint(config) === undefined) return common;
  const kept = Object.entries(common).filter(([name]) => !REAL_CREDENTIALS.includes(name));
  return {
    ...Object.fromEntries(kept),
    AWS_ACCESS_KEY_ID: 'emulator',
    AWS_SECRET_ACCESS_KEY: 'emulator',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
