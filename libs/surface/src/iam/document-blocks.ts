import { isUnknown, secret, textOf, unknown, type Unknown } from '../model/value';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import { isObject } from '../terraform/unreadable';

type Block = Readonly<Record<string, unknown>>;

/**
 * What the blocks of an `aws_iam_policy_document` say. A statement takes the place of one with its `sid` where it overrides
 * it.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export function fromBlocks(source: Resource, catalog: Catalog, depth = 0): unknown {
  const blocks = source.raw('statement');
  if (isUnknown(blocks)) return closed(blocks);
  const [merged, overriding] = [MERGED, OVERRIDING].map((names) =>
    names
      .flatMap((argument) => listed(source.raw(argument)))
      .flatMap((text) => statementsIn(source, catalog, text, depth)),
  );
  const own = listed(blocks).map((block) => (isObject(block) ? statementOf(block) : block));
  const overridden = new Set(overriding?.map(sidOf));
  const isKept = (statement: unknown): boolean => !sidOf(statement) || !overridden.has(sidOf(statement));
  return {
    Version: textOf(source.raw('version')) ?? '2012-10-17',
    Statement: [...[...(merged ?? []), ...own].filter(isKept), ...(overriding ?? [])],
  };
}

const MERGED = ['source_policy_documents', 'source_json'];
const OVERRIDING = ['override_policy_documents', 'override_json'];

const sidOf = (statement: unknown): unknown => (isObject(statement) ? statement['Sid'] : undefined);

/** What a part that is not known is made from says nothing of what it is. */
const closed = ({ sensitive }: Unknown): Unknown => (sensitive ? secret() : unknown());

/** The statements of a document that is merged into another; as one that is not known where it cannot be read. */
function statementsIn(source: Resource, catalog: Catalog, text: unknown, depth: number): readonly unknown[] {
  if (isUnknown(text)) {
    const other = depth > 8 ? undefined : catalog.target(source, text, source.type);
    const document = other ? fromBlocks(other, catalog, depth + 1) : text;
    return isObject(document) && !isUnknown(document) ? listed(document['Statement']) : [closed(text)];
  }
  try {
    const parsed: unknown = typeof text === 'string' ? JSON.parse(text) : text;
    return isObject(parsed) ? listed(parsed['Statement']) : [];
  } catch {
    return [unknown()];
  }
}

const statementOf = (block: Block): Block | Unknown => {
  if (isUnknown(block)) return closed(block);
  return {
    Effect: block['effect'] ?? 'Allow',
    ...set('Sid', block['sid']),
    ...set('Action', block['actions']),
    ...set('NotAction', block['not_actions']),
    ...set('Resource', block['resources']),
    ...set('NotResource', block['not_resources']),
    ...set('Principal', principalsOf(block['principals'])),
    ...set('NotPrincipal', principalsOf(block['not_principals'])),
    ...set('Condition', conditionsOf(block['condition'])),
  };
};

/** Blocks that are not written are empty lists. */
const set = (name: string, value: unknown): Block => (isEmpty(value) ? {} : { [name]: value });

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

function principalsOf(blocks: unknown): unknown {
  if (isUnknown(blocks)) return closed(blocks);
  if (isEmpty(blocks)) return undefined;
  const kinds = new Map<string, unknown[]>();
  for (const block of listed(blocks)) {
    const { type, identifiers }: Block = isObject(block) ? block : {};
    if (typeof type !== 'string') return unknown();
    if (type === '*') return '*';
    kinds.set(type, [...(kinds.get(type) ?? []), ...listed(identifiers)]);
  }
  return Object.fromEntries(kinds);
}

function conditionsOf(blocks: unknown): unknown {
  if (isUnknown(blocks)) return closed(blocks);
  if (isEmpty(blocks)) return undefined;
  const operators: Record<string, Record<string, unknown[]>> = {};
  for (const block of listed(blocks)) {
    const { test, variable, values }: Block = isObject(block) ? block : {};
    if (typeof test !== 'string' || typeof variable !== 'string') return unknown();
    const keys = (operators[test] ??= {});
    keys[variable] = [...(keys[variable] ?? []), ...listed(values)];
  }
  return operators;
}

/** A list, or one; what is not known as a whole is one that is not known. */
const listed = (value: unknown): readonly unknown[] =>
  value === undefined || value === null || value === '' ? [] : Array.isArray(value) ? value : [value];
