import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { type TerraformStack } from 'cdktf';
import { emulatorCredentials, emulatorEndpoints, resourcesBesideEmulator } from './emulator';

/** Where resources are made. */
export interface ProviderSettings {
  /** The only account that is deployed to. */
  readonly account: string;
  readonly region: string;
  /** Tags on everything. */
  readonly tags: Readonly<Record<string, string>>;
  /**
   * The emulator's address, such as `http://127.0.0.1:4599`.
   * @default - AWS
   */
  readonly endpoint?: string;
}

/**
 * The AWS provider of a stack: its region, its tags on everything, and no account but its own.
 *
 * @param alias name of one more provider in the stack, for another region
 * @default - the stack's own provider
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs
 */
export function addProvider(stack: TerraformStack, settings: ProviderSettings, alias?: string): AwsProvider {
  const { account, endpoint, region, tags } = settings;
  const provider = new AwsProvider(stack, alias ?? 'aws', {
    alias,
    region,
    allowedAccountIds: [account],
    defaultTags: [{ tags }],
    ...(endpoint !== undefined && {
      ...emulatorCredentials,
      s3UsePathStyle: true,
      skipMetadataApiCheck: 'true',
    }),
  });
  if (endpoint !== undefined) {
    // By the provider's own names of services, some of which cdktf spells differently.
    provider.addOverride('endpoints', [emulatorEndpoints(endpoint)]);
    stack.node.addValidation({ validate: () => resourcesBesideEmulator(stack) });
  }
  return provider;
}
