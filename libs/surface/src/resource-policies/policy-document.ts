import { Unknown as NotKnown } from '@gatehouse/policy';
import { isUnknown, type Unknown } from '../model/value';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import { isObject } from '../terraform/unreadable';

/** Stands for the plan's own account where no plan says which it is. */
export const NO_ACCOUNT = '000000000000';

/** What unknown parts of a policy are read with. */
export interface Reading {
  readonly catalog: Catalog;
  /** @default `NO_ACCOUNT` */
  readonly account?: string | undefined;
}

/**
 * A policy argument as `widening` takes it: JSON text as it is, or what an `aws_iam_policy_document` says where its text is
 * not known yet; in it, what is not known but made from a role, user or distribution of the same plan stands for that one.
 *
 * @returns undefined: not set, or left to AWS
 */
export function policyDocument(from: Resource, argument: string, reading: Reading): unknown {
  const value = from.raw(argument);
  if (value === undefined || value === '') return undefined;
  return documentFrom(from, value, reading);
}

function documentFrom(from: Resource, value: unknown, reading: Reading): unknown {
  if (typeof value === 'string') return isTooDeep(value) ? new NotKnown('it is nested too deep') : value;
  if (!isUnknown(value)) return settled(from, value, reading);
  const source = reading.catalog.target(from, value, 'aws_iam_policy_document');
  return (source && ofDataSource(source, reading, 0)) ?? notKnown(value);
}

/** Deeper than any policy that AWS takes; what walks through such a text would end with an error. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [mark] of text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/[[\]{}]/g)) {
    depth += mark === '[' || mark === '{' ? 1 : -1;
    if (depth > 100) return true;
  }
  return false;
}

/** A value with `NotKnown` for what is unknown in it, except for principals of the plan itself. */
export function settled(from: Resource, value: unknown, reading: Reading): unknown {
  if (isUnknown(value)) return principalIn(from, value, reading) ?? notKnown(value);
  if (Array.isArray(value)) return value.map((each) => settled(from, each, reading));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, settled(from, each, reading)]));
}

const notKnown = ({ sensitive }: Unknown): NotKnown => new NotKnown(sensitive ? 'sensitive' : 'known after apply');

const PRINCIPALS = ['aws_iam_role', 'aws_iam_user', 'aws_cloudfront_origin_access_identity'];

/** The ARN that a new role or user will have. */
function principalIn(from: Resource, value: Unknown, { account = NO_ACCOUNT, catalog }: Reading): string | undefined {
  const principal = value.sensitive ? undefined : catalog.target(from, value, PRINCIPALS);
  if (!principal) return undefined;
  const known = principal.peek('arn') ?? principal.peek('iam_arn');
  if (typeof known === 'string') return known;
  const name = principal.address.replaceAll(/[^\w.-]+/g, '-');
  if (principal.type === 'aws_cloudfront_origin_access_identity') return `arn:aws:iam::cloudfront:user/${name}`;
  return `arn:aws:iam::${account}:${principal.type === 'aws_iam_user' ? 'user' : 'role'}/${name}`;
}

/** The data source's own blocks (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document). */
function ofDataSource(source: Resource, reading: Reading, depth: number): object | undefined {
  if (depth > 8 || MERGED_BY_SID.some((argument) => isPresent(source.raw(argument)))) return undefined;
  const statements = list(source.raw('statement'));
  const merged = [source.raw('source_json') ?? [], source.raw('source_policy_documents') ?? []]
    .flat()
    .filter(isPresent)
    .map((each) => statementsIn(source, each, reading, depth));
  if (!statements || merged.some((each) => each === undefined)) return undefined;
  const own = statements.map((statement) => statementOf(source, statement, reading));
  return { Version: '2012-10-17', Statement: [...merged.flatMap((each) => each ?? []), ...own] };
}

const MERGED_BY_SID = ['override_policy_documents', 'override_json'];

function statementsIn(
  source: Resource,
  value: unknown,
  reading: Reading,
  depth: number,
): readonly unknown[] | undefined {
  if (typeof value === 'string') {
    const { Statement } = parsed(value);
    return Statement === undefined ? undefined : [Statement].flat();
  }
  const other = isUnknown(value) ? reading.catalog.target(source, value, 'aws_iam_policy_document') : undefined;
  const document = other && other !== source ? ofDataSource(other, reading, depth + 1) : undefined;
  return (document as { Statement?: readonly unknown[] } | undefined)?.Statement;
}

function parsed(text: string): { readonly Statement?: unknown } {
  try {
    const document: unknown = JSON.parse(text);
    return isObject(document) ? document : {};
  } catch {
    return {};
  }
}

function statementOf(source: Resource, block: unknown, reading: Reading): unknown {
  if (!isObject(block) || isUnknown(block)) return new NotKnown();
  const Condition: Record<string, Record<string, unknown>> = {};
  const conditions = list(block['condition']);
  for (const condition of conditions ?? []) {
    if (!isObject(condition)) continue;
    const keys = (Condition[nameIn(condition['test'])] ??= {});
    const key = nameIn(condition['variable']);
    const { values } = condition;
    keys[key] = Array.isArray(keys[key]) && Array.isArray(values) ? [...(keys[key] as unknown[]), ...values] : values;
  }
  const statement = {
    Effect: block['effect'] ?? 'Allow',
    ...named('Principal', principals(block['principals'])),
    ...named('NotPrincipal', principals(block['not_principals'])),
    ...named('Action', block['actions']),
    ...named('NotAction', block['not_actions']),
    ...named('Resource', block['resources']),
    ...named('NotResource', block['not_resources']),
    ...(conditions ? named('Condition', Condition) : {}),
  };
  const known = settled(source, statement, reading) as object;
  return conditions ? known : { ...known, Condition: new NotKnown() };
}

function principals(value: unknown): unknown {
  const blocks = list(value);
  if (!blocks) return { AWS: value };
  const kinds: Record<string, unknown[]> = {};
  for (const block of blocks) {
    if (!isObject(block)) continue;
    const { type, identifiers } = block;
    if (type === '*') return '*';
    (kinds[typeof type === 'string' ? type : 'AWS'] ??= []).push(...(list(identifiers) ?? [identifiers]));
  }
  return kinds;
}

const named = (name: string, value: unknown): object =>
  value === undefined ||
  value === null ||
  (isObject(value) && !isUnknown(value) && Object.keys(value).length === 0) ||
  (Array.isArray(value) && value.length === 0)
    ? {}
    : { [name]: value };

/** Operators and keys of conditions are literals nearly always; another one is like none that is known. */
const nameIn = (value: unknown): string => (typeof value === 'string' ? value : 'NotKnown');

/** Unknown as a whole: undefined. */
const list = (value: unknown): readonly unknown[] | undefined =>
  isUnknown(value) ? undefined : Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

const isPresent = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
