import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { defaultTags, type Environment } from '@gatehouse/environment';
import { type TerraformStack } from 'cdktf';
import { emulatorCredentials, emulatorEndpoints, resourcesBesideEmulator } from './emulator';

/**
 * The AWS provider of an environment: its region, its tags on everything, and no account but its own.
 *
 * @param alias name of one more provider in the stack, for another region
 * @default - the stack's own provider
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs
 */
export function addProvider(stack: TerraformStack, environment: Environment, alias?: string): AwsProvider {
  const { account, endpoint, region } = environment;
  const provider = new AwsProvider(stack, alias ?? 'aws', {
    alias,
    region,
    allowedAccountIds: [account],
    defaultTags: [{ tags: defaultTags(environment) }],
    ...(endpoint !== undefined && {
      ...emulatorCredentials,
      endpoints: [emulatorEndpoints(endpoint)],
      s3UsePathStyle: true,
      skipMetadataApiCheck: 'true',
    }),
  });
  if (endpoint !== undefined) {
    stack.node.addValidation({ validate: () => resourcesBesideEmulator(stack) });
  }
  return provider;
}
