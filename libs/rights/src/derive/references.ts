import { type Catalogue } from '../catalogue';
import { type Place } from '../place';
import { hasReference, type StackContent, type SynthesizedStack } from './stack';

const REFERENCE = /(?<!\$)\$\{([^{}]+)\}/;
const own = /^(aws_\w+)\.([\w-]+)\.(\w+)$/;
const existing = /^data\.(aws_\w+)\.([\w-]+)\.arn$/;
const remote = /^data\.terraform_remote_state\.([\w-]+)\.outputs\.([\w-]+)$/;

/** What everybody may ask, and every environment's file says. */
const known: Readonly<Record<string, string>> = {
  account_id: '{account}',
  partition: '{partition}',
  name: '{region}',
  region: '{region}',
};

export interface Resolver {
  readonly stacks: readonly SynthesizedStack[];
  readonly catalogue: Catalogue;
  readonly place: Place;
}

/**
 * An ARN in the policy of a role with nothing in it that Terraform works out: what a stack makes becomes everything of its
 * kind that has a name of the environment, so that a policy does not grow with their number.
 *
 * @returns nothing where it does not follow from what is synthesized
 */
export function resolve(text: string, stack: SynthesizedStack, resolver: Resolver): string | undefined {
  const [reference, expression = ''] = REFERENCE.exec(text) ?? [];
  if (reference === undefined) return byShape(text, resolver.place);
  const value = valueOf(expression, stack, resolver);
  if (value === undefined) return undefined;
  const resolved = text.replace(reference, () => value);
  // What follows an ARN that ends with `*` is covered by it.
  return text.startsWith(reference) && value.endsWith('*') ? value : resolve(resolved, stack, resolver);
}

/** A literal ARN of something with a name of the environment stands for all of those. */
function byShape(text: string, { prefix }: Place): string {
  const start = [':', '/'].map((before) => text.indexOf(`${before}${prefix}`)).filter((at) => at >= 0);
  return start.length === 0 ? text : `${text.slice(0, Math.min(...start) + 1)}{prefix}*`;
}

function valueOf(expression: string, stack: SynthesizedStack, resolver: Resolver): string | undefined {
  const [, type, name = '', attribute = ''] = own.exec(expression) ?? [];
  if (type !== undefined) return ownValue(type, name, attribute, stack.content, resolver);
  const [, kind, source = ''] = existing.exec(expression) ?? [];
  if (kind !== undefined && kind in resolver.catalogue) return existingValue(kind, source, stack.content, resolver);
  const [, state, output = ''] = remote.exec(expression) ?? [];
  if (state !== undefined) return remoteValue(state, output, stack, resolver);
  const [, asked = ''] = /^data\.aws_(?:caller_identity|partition|region)\.[\w-]+\.(\w+)$/.exec(expression) ?? [];
  return known[asked];
}

function ownValue(
  type: string,
  name: string,
  attribute: string,
  content: StackContent,
  { catalogue, place }: Resolver,
): string | undefined {
  const attributes = content.resource?.[type]?.[name];
  if (attributes === undefined) return undefined;
  const literal = attributes[attribute];
  if (typeof literal === 'string' && !hasReference(literal)) return literal;
  const entry = catalogue[type];
  if (entry?.arn === undefined || !/(^|_)arn$/.test(attribute)) return undefined;
  if (entry.name === undefined) return entry.arn;
  const given = attributes[entry.name.attribute];
  const beginnings = entry.name.beginnings;
  const beginning =
    beginnings.find((each) => typeof given === 'string' && given.startsWith(each.replace('{prefix}', place.prefix))) ??
    beginnings[0] ??
    '';
  // The ARN of what begins with a slash has no second one.
  return entry.arn.replace('/{name}', '{name}').replace('{name}', () => slash(entry.arn ?? '', beginning));
}

/** The ARN of something that exists, by the name that its data source looks for. */
function existingValue(type: string, name: string, content: StackContent, { catalogue }: Resolver): string | undefined {
  const { arn, name: naming } = catalogue[type] ?? {};
  const given = content.data?.[type]?.[name]?.[naming?.attribute ?? ''];
  if (arn === undefined || typeof given !== 'string' || hasReference(given)) return undefined;
  // Secrets Manager adds six characters to the name.
  const full = type === 'aws_secretsmanager_secret' ? `${given}-??????` : given;
  return arn.replace('/{name}', () => `/${full.replace(/^\//, '')}`).replace('{name}', () => full);
}

const slash = (arn: string, beginning: string): string =>
  `${arn.includes('/{name}') ? `/${beginning.replace(/^\//, '')}` : beginning}*`;

/** An output of the stack whose state is read. */
function remoteValue(state: string, output: string, stack: SynthesizedStack, resolver: Resolver): string | undefined {
  const read = stack.content.data?.['terraform_remote_state']?.[state]?.['config'] as { key?: unknown } | undefined;
  const other = resolver.stacks.find(({ content }) => {
    const backend = content.terraform?.backend?.['s3'];
    return backend !== undefined && backend['key'] === read?.key;
  });
  const value = other?.content.output?.[output]?.value;
  return other !== undefined && typeof value === 'string' ? resolve(value, other, resolver) : undefined;
}
