import type { ModuleCode } from '@gatehouse/surface';
import { CodeText, type At } from './code-text';
import type { Instances } from './configured';
import type { Lines } from './lines';
import { secretNamesOf, type Meaning } from './meaning';
import { DOCUMENT } from './policy-document';
import { isObject, sortedKeys, type Fields } from './values';

/**
 * Terraform code by what it means: comments, spaces, the order of blocks and the names of files are nothing.
 *
 * @param instances what the plan says of configured resources @default - nothing is known
 * @param declared takes the addresses of what is declared
 * @returns what of it cannot be read: files that it names, and modules that are not there
 */
export function addCode(
  code: ModuleCode,
  meaning: Meaning,
  lines: Lines,
  instances: ReadonlyMap<string, Instances> = new Map(),
  declared = new Set<string>(),
  path = '',
): readonly string[] {
  const text = new CodeText(meaning, code);
  for (const { kind, labels, body } of blocksIn(code.content as Fields)) {
    const at = { ...placeOf(kind, labels, body, instances, path), name: '' };
    lines.add([`${path}${kind}`, ...labels].join('.'), 'code', text.block(body, at));
    if (kind === 'resource') text.files.ofResource(labels[0] ?? '', body);
    declared.add(addressOf(kind, labels, path));
  }
  for (const [name, file] of text.files.hashes) lines.add(`${path}file ${name}`, 'text', file);
  const unread = text.files.unread.map((name) => `${path}${name}`);
  for (const name of callsIn(code.content as Fields)) {
    const inner = code.modules?.[name];
    const child = `${path}module.${name}`;
    if (inner) unread.push(...addCode(inner, meaning, lines, instances, declared, `${child}.`));
    else unread.push(child);
  }
  return unread;
}

/** What is known of a block: where secrets are in it, and whether it lists sets. */
function placeOf(
  kind: string,
  labels: readonly string[],
  body: unknown,
  instances: ReadonlyMap<string, Instances>,
  path: string,
): Pick<At, 'inDocument' | 'namesOf' | 'sensitive'> {
  const isSensitive = isObject(body) && String(body['sensitive']) === 'true';
  if (kind === 'variable') return { sensitive: isSensitive ? [{ default: true }] : [] };
  if (kind === 'output') return { sensitive: isSensitive ? [{ value: true }] : [] };
  if (kind !== 'resource' && kind !== 'data') return { sensitive: [] };
  const [type = ''] = labels;
  return {
    sensitive: instances.get(addressOf(kind, labels, path))?.sensitive ?? [],
    namesOf: (name) => secretNamesOf(type, name),
    inDocument: type === DOCUMENT,
  };
}

/** As the configuration in a plan has it: `module.a.data.aws_x.y`, `output.z`. */
const addressOf = (kind: string, labels: readonly string[], path: string): string =>
  path + (kind === 'resource' ? labels : [kind === 'variable' ? 'var' : kind, ...labels]).join('.');

interface Block {
  readonly kind: string;
  readonly labels: readonly string[];
  readonly body: unknown;
}

function blocksIn(content: Fields): readonly Block[] {
  const blocks = sortedKeys(content).flatMap((kind) =>
    kind === '//' ? [] : listOf(content[kind]).flatMap((block) => labelled(kind, block, LABELS[kind] ?? 0)),
  );
  // Blocks of one name, of which a provider may have several, stay in an order that their text gives.
  return blocks
    .map((block) => [`${block.kind}.${block.labels.join('.')} ${JSON.stringify(block.body)}`, block] as const)
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([, block]) => block);
}

const callsIn = (content: Fields): readonly string[] =>
  blocksIn({ module: content['module'] ?? [] }).map(({ labels }) => String(labels[0]));

/** How many names a block has before its body. */
const LABELS: Readonly<Record<string, number>> = {
  action: 2,
  check: 1,
  data: 2,
  ephemeral: 2,
  module: 1,
  output: 1,
  provider: 1,
  resource: 2,
  variable: 1,
};

/** HCL has a list of bodies below each name, JSON one body. */
function labelled(kind: string, block: unknown, depth: number, labels: readonly string[] = []): Block[] {
  if (kind === 'locals') return entriesIn(block).map(([name, body]) => ({ kind, labels: [name], body }));
  if (depth === 0) return [{ kind, labels, body: withoutWords(kind, block) }];
  return entriesIn(block).flatMap(([name, inner]) =>
    listOf(inner).flatMap((each) => labelled(kind, each, depth - 1, [...labels, name])),
  );
}

const entriesIn = (block: unknown): readonly (readonly [string, unknown])[] =>
  isObject(block) ? Object.entries(block).filter(([name]) => name !== '//') : [];

/** Comments, and what describes a variable or an output. */
function withoutWords(kind: string, body: unknown): unknown {
  if (!isObject(body)) return body;
  const isDescribed = kind === 'variable' || kind === 'output';
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => name !== '//' && !(isDescribed && name === 'description')),
  );
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
