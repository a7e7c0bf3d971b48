import { type OutputJson, type Stack, Terraform, type TerraformBinary } from '@gatehouse/terraform';
import { type MachineClient } from './facts';

export interface Identity {
  readonly userPoolId: string;
  readonly appClientId: string;
  readonly machine: MachineClient;
}

/** Reads what an application must know from the outputs of the applied identity stack. */
export async function readIdentity(binary: TerraformBinary, stacks: readonly Stack[]): Promise<Identity> {
  const stack = stacks.find(({ name }) => name.endsWith('-identity'));
  if (!stack) throw new Error(`No identity stack among ${stacks.map(({ name }) => name).join(', ')}.`);
  const outputs = await new Terraform({ binary, stack }).output();
  const value = (name: string): string => text(outputs[name], name, stack);
  return {
    userPoolId: value('user_pool_id'),
    appClientId: value('app_client_id'),
    machine: { clientId: value('machine_client_id'), clientSecret: value('machine_client_secret') },
  };
}

function text(output: OutputJson | undefined, name: string, stack: Stack): string {
  if (typeof output?.value === 'string') return output.value;
  throw new Error(
    `Stack ${stack.name}, output "${name}": expected a text, found ${JSON.stringify(output?.value)}. ` +
      'The local environment needs the clients "app" and "machine" of environments/base.json.',
  );
}
