import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Stack } from '@gatehouse/terraform';

/** A synthesized stack, as far as the bootstrap looks into it. */
export interface Config {
  readonly resource: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
  readonly provider: { readonly aws: readonly Attributes[] };
  readonly terraform: Attributes;
}

export type Attributes = Readonly<Record<string, unknown>>;

export function readConfig({ directory }: Stack): Config {
  return JSON.parse(readFileSync(join(directory, 'cdk.tf.json'), 'utf8')) as Config;
}

/** Text of an attribute; one that refers to another resource's attribute is followed. */
export function textOf(config: Config, attributes: Attributes, name: string): string {
  const value = attributes[name];
  if (typeof value !== 'string') throw new Error(`expected a text in "${name}", found ${JSON.stringify(value)}`);
  const [, type, resource, attribute] = /^\$\{(\w+)\.(\w+)\.(\w+)\}$/.exec(value) ?? [];
  const other = config.resource[type ?? '']?.[resource ?? ''];
  return other === undefined || attribute === undefined ? value : textOf(config, other, attribute);
}

/** Tags that the provider puts on everything in this stack. */
export function defaultTagsOf({ provider }: Config): Readonly<Record<string, string>> {
  const [block] = (provider.aws[0]?.['default_tags'] ?? []) as { tags: Record<string, string> }[];
  return block?.tags ?? {};
}
