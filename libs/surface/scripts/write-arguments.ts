import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serviceTables } from '../src/verdicts/tables';

/**
 * Writes what the AWS provider says of the types of the verdicts: their arguments, which a test compares, and what only
 * the provider sets. In the folder of an initialized stack:
 * `terraform providers schema -json | node -r <workspace>/register-ts.cjs <workspace>/libs/surface/scripts/write-arguments.ts`
 */
interface Block {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, { readonly block: Block }>>;
}

interface Attribute {
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly nested_type?: Block;
}

interface Schemas {
  readonly provider_schemas: Readonly<Record<string, { readonly resource_schemas: Record<string, { block: Block }> }>>;
}

/** Conditions of web ACLs are nested without an end. */
const WHOLE = /^aws_wafv2_.*\.rule$/;
const MAX_DEPTH = 4;

function* pathsOf(
  block: Block,
  isWanted: (attribute: Attribute) => boolean,
  type: string,
  above = '',
): Generator<string> {
  for (const [name, attribute] of Object.entries(block.attributes ?? {})) {
    if (isWanted(attribute)) yield* inside(`${above}${name}`, attribute.nested_type, isWanted, type);
  }
  for (const [name, { block: inner }] of Object.entries(block.block_types ?? {}))
    yield* inside(`${above}${name}`, inner, isWanted, type);
}

function* inside(
  path: string,
  block: Block | undefined,
  isWanted: (attribute: Attribute) => boolean,
  type: string,
): Generator<string> {
  const isCut = WHOLE.test(`${type}.${path}`) || path.split('.').length >= MAX_DEPTH;
  // What is not looked into is set by people, as far as anyone knows.
  if (block !== undefined && isCut && isWanted !== isArgument) return;
  if (block === undefined || isCut) yield path;
  else yield* pathsOf(block, isWanted, type, `${path}.`);
}

const isArgument = ({ computed, optional }: Attribute): boolean => !computed || optional === true;
const isComputed = ({ computed, optional }: Attribute): boolean => computed === true && optional !== true;

const { provider_schemas: schemas } = JSON.parse(readFileSync(0, 'utf8')) as Schemas;
const provider = Object.entries(schemas).find(([name]) => name.endsWith('/hashicorp/aws'));
if (!provider) throw new Error('Expected the schema of hashicorp/aws on standard input, found none.');
const all = Object.entries(provider[1].resource_schemas).sort(([a], [b]) => (a < b ? -1 : 1));
const prefixes = serviceTables.flatMap(({ prefixes }) => prefixes);
const judged = new Set(serviceTables.flatMap(({ types }) => Object.keys(types)));
const ours = all.filter(([type]) => prefixes.some((prefix) => type.startsWith(prefix)));

const write = (file: string, value: object): void =>
  writeFileSync(join(__dirname, '../verdicts/provider', file), `${JSON.stringify(value, undefined, 1)}\n`);

const paths = (isWanted: (attribute: Attribute) => boolean) =>
  Object.fromEntries(
    ours
      .filter(([type]) => judged.has(type))
      .map(([type, { block }]) => [type, [...pathsOf(block, isWanted, type)].sort().join(' ')]),
  );

write('arguments.json', { types: ours.map(([type]) => type), arguments: paths(isArgument) });
const computed = Object.entries(paths(isComputed)).filter(([, names]) => names !== '');
write('computed.json', Object.fromEntries(computed.map(([type, names]) => [type, names.split(' ')])));
