import { join } from 'node:path';
import { readSynthesized } from './synthesized';

export { emulatorEndpoint } from '@gatehouse/surface/emulator';

/** A stack's `cdk.tf.json`, as far as running Terraform needs it. */
export interface StackConfig {
  readonly terraform?: {
    readonly backend?: Readonly<Record<string, Block>>;
    readonly required_providers?: Readonly<Record<string, RequiredProvider>>;
  };
  readonly provider?: Readonly<Record<string, readonly Block[]>>;
  readonly module?: Block;
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Block>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, Block>>>>;
  readonly output?: Block;
}

export interface RequiredProvider {
  readonly source?: string;
  readonly version?: string;
}

type Block = Readonly<Record<string, unknown>>;

/** File name that CDKTF gives every stack. */
export const CONFIG_FILE = 'cdk.tf.json';

/** Beside the synthesized configuration while a plan is made; the plan file holds what it said. */
export const IMPORTS_FILE = 'imports.tf.json';

/** @throws SetupError when the file is missing or damaged */
export const readStackConfig = ({
  app,
  directory,
}: {
  readonly app: string;
  readonly directory: string;
}): StackConfig => readSynthesized<StackConfig>(join(directory, CONFIG_FILE), app);

/** Path of the construct that a Terraform address comes from; CDKTF leaves it in the JSON. */
export function constructPath(config: StackConfig, address: string): string | undefined {
  const [type = '', name = ''] = address.replace(/\[.*$/, '').split('.');
  const metadata = config.resource?.[type]?.[name]?.['//'] as { metadata?: { path?: string } } | undefined;
  return metadata?.metadata?.path;
}
