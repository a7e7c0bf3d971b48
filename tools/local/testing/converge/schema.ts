import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { findTerraform, type Stack } from '@gatehouse/terraform';

/** A resource type, or a block of one, as the provider describes it. */
export interface Block {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, { readonly block: Block; readonly min_items?: number }>>;
}

export interface Attribute {
  readonly type: unknown;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
}

interface Schemas {
  readonly provider_schemas: Readonly<
    Record<string, { readonly resource_schemas: Readonly<Record<string, { readonly block: Block }>> }>
  >;
}

/** Resource types of the AWS provider, as the provider of an initialized stack says them. */
export async function resourceTypes({ directory, workDirectory }: Stack): Promise<Readonly<Record<string, Block>>> {
  const { command } = await findTerraform();
  const env = { ...process.env, TF_DATA_DIR: join(workDirectory, 'data') };
  const options = { cwd: directory, env, encoding: 'utf8', maxBuffer: 2 ** 29 } as const;
  const { provider_schemas: schemas } = JSON.parse(
    execFileSync(command, ['providers', 'schema', '-json'], options),
  ) as Schemas;
  const types = Object.entries(schemas['registry.terraform.io/hashicorp/aws']!.resource_schemas);
  return Object.fromEntries(types.map(([type, { block }]) => [type, block]));
}
