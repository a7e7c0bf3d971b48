import { type StackConfig } from '../stack-config';

/** The account of every emulator. */
export const EMULATED_ACCOUNT = '123456789012';

/** Where something synthesized is meant for, and the emulator that it goes to. */
export interface Move {
  readonly account: string;
  /** Of the emulator that it is synthesized for. @default - it is for AWS */
  readonly endpoint?: string;
  readonly to: string;
}

type Block = Record<string, unknown>;

/**
 * A synthesized stack for an emulator in place of its account: the same resources, but no call and no credentials go to AWS. Services
 * that the provider has no endpoint of here get it by `emulatedEnv`.
 */
export function emulatedConfig(text: string, move: Move): StackConfig {
  const config = JSON.parse(movedText(text, move)) as {
    terraform?: { backend?: Record<string, Block> };
    provider?: Record<string, Block[]>;
    data?: Record<string, Record<string, Block>>;
  };
  const states = Object.values(config.data?.['terraform_remote_state'] ?? {});
  for (const { config: place } of states) toEmulator(place as Block, stateSettings(move.to));
  for (const backend of Object.values(config.terraform?.backend ?? {})) toEmulator(backend, stateSettings(move.to));
  for (const provider of config.provider?.['aws'] ?? []) toEmulator(provider, providerSettings(provider, move.to));
  return config as StackConfig;
}

/** Variables for Terraform: what has no endpoint of its own goes to the emulator too. */
export const emulatedEnv = (
  { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: _, ...env }: NodeJS.ProcessEnv,
  endpoint: string,
) => ({
  ...env,
  AWS_ENDPOINT_URL: endpoint,
});

/** Any text with the account, or the emulator, that it was meant for. */
export const movedText = (text: string, { account, endpoint, to }: Move): string =>
  (endpoint === undefined ? text : text.replaceAll(endpoint, to)).replaceAll(account, EMULATED_ACCOUNT);

function toEmulator(block: Block, settings: Block): void {
  for (const name of OF_AWS) delete block[name];
  Object.assign(block, settings);
}

/** What would take a person's own credentials, or others by means of them. */
const OF_AWS = ['profile', 'assume_role', 'assume_role_with_web_identity', 'token', 'shared_config_files'].concat(
  'shared_credentials_files',
);

const CREDENTIALS = { access_key: 'emulator', secret_key: 'emulator' };

const stateSettings = (endpoint: string): Block => ({
  ...CREDENTIALS,
  endpoints: { s3: endpoint, sts: endpoint, iam: endpoint },
  use_path_style: true,
  skip_metadata_api_check: true,
});

function providerSettings({ endpoints }: Block, endpoint: string): Block {
  const [named] = (endpoints ?? []) as Record<string, string>[];
  const services = ['iam', 's3', 'sts', ...Object.keys(named ?? {})];
  return {
    ...CREDENTIALS,
    s3_use_path_style: true,
    skip_metadata_api_check: 'true',
    endpoints: [Object.fromEntries(services.map((service) => [service, endpoint]))],
  };
}
