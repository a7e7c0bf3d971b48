import { TerraformDataSource, TerraformResource, type TerraformStack } from 'cdktf';
import { serviceOf, services } from './emulator-services';

/** What an emulator takes as credentials. Written out, so that a person's own are never sent to one. */
export const emulatorCredentials = { accessKey: 'test', secretKey: 'test' };

/**
 * Sends every service to the emulator, also those that the stack does not use: a resource that it let go of is deleted
 * with these settings. The provider has no one setting for all.
 */
export function emulatorEndpoints(endpoint: string): Record<string, string> {
  return Object.fromEntries(services.map((service) => [service, endpoint]));
}

/** Resources that an emulated environment would make in real AWS, because nobody knows whose they are. */
export function resourcesBesideEmulator(stack: TerraformStack): string[] {
  const types = stack.node
    .findAll()
    .filter((child) => TerraformResource.isTerraformResource(child) || TerraformDataSource.isTerraformDataSource(child))
    .map(({ terraformResourceType }) => terraformResourceType)
    .filter((type) => type.startsWith('aws') && serviceOf(type) === undefined);
  return [...new Set(types)].map(
    (type) =>
      `${type}: expected a service that can be sent to the emulator, found none, so the provider would call AWS itself. ` +
      'Add the type to `namedOtherwise` in libs/platform/src/emulator-services.ts.',
  );
}
