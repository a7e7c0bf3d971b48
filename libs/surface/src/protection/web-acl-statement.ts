import { isUnknown } from '../model/value';
import { isObject } from '../terraform/unreadable';

/** A statement of a rule of a web ACL, without what Terraform writes for blocks that are not there. */
export type Statement = Readonly<Record<string, unknown>>;

/** Something that a statement names: an IP set, or a set of patterns. */
export interface NamedSet {
  /** ARN, or what it is made from. */
  readonly arn: unknown;
  /** Requests that are not in it match. */
  readonly negated: boolean;
}

/** Parts of a statement that say how it looks, not for what, and that are compared one by one. */
const APART: ReadonlySet<string> = new Set([
  'limit',
  'evaluation_window_sec',
  'aggregate_key_type',
  'custom_key',
  'custom_keys',
  'scope_down_statement',
  'forwarded_ip_config',
  'ip_set_forwarded_ip_config',
  'rule_action_override',
  'rule_action_overrides',
  'excluded_rule',
  'excluded_rules',
  'managed_rule_group_configs',
  'version',
]);

/** What a statement looks for. */
export const looksFor = (statement: unknown): Statement => pruned(statement, APART) as Statement;

/** A statement as it is compared: lists of one block are that block, and nothing is left of blocks that are not there. */
export function pruned(value: unknown, without: ReadonlySet<string> = NONE): unknown {
  if (isUnknown(value)) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => pruned(item, without));
    return items.length === 1 && isObject(items[0]) ? items[0] : items;
  }
  if (!isObject(value)) return value;
  const kept = Object.keys(value).filter((name) => !without.has(name) && isThere(value[name]));
  return Object.fromEntries(kept.sort().map((name) => [name, pruned(value[name], without)]));
}

const NONE: ReadonlySet<string> = new Set();
const isThere = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Whether every request that one statement matches is matched by the other too, as far as is known. */
export function contains(outer: Statement, inner: Statement): boolean {
  if (JSON.stringify(outer) === JSON.stringify(inner)) return true;
  const [anyOuter, anyInner] = [branches(outer, 'or_statement'), branches(inner, 'or_statement')];
  if (anyInner) return anyInner.every((each) => contains(outer, each));
  if (anyOuter?.some((each) => contains(each, inner))) return true;
  const [allOuter, allInner] = [branches(outer, 'and_statement'), branches(inner, 'and_statement')];
  if (allOuter) return allOuter.every((each) => contains(each, inner));
  if (allInner?.some((each) => contains(outer, each))) return true;
  const [notOuter, notInner] = [negatedOf(outer), negatedOf(inner)];
  if (notOuter && notInner) return contains(notInner, notOuter);
  const [countries, fewer] = [countriesOf(outer), countriesOf(inner)];
  return countries !== undefined && fewer !== undefined && fewer.every((country) => countries.includes(country));
}

function branches(statement: Statement, kind: string): readonly Statement[] | undefined {
  const block = statement[kind];
  const all = isObject(block) ? (block['statement'] ?? block['statements']) : undefined;
  return all === undefined ? undefined : [all].flat().filter(isObject);
}

function negatedOf({ not_statement: block }: Statement): Statement | undefined {
  const inner = isObject(block) ? block['statement'] : undefined;
  return isObject(inner) ? inner : undefined;
}

function countriesOf({ geo_match_statement: block, ...others }: Statement): readonly unknown[] | undefined {
  const codes = isObject(block) ? block['country_codes'] : undefined;
  return Array.isArray(codes) && Object.keys(others).length === 0 ? codes : undefined;
}

/** The sets that a statement names at any depth. */
export function setsIn(statement: unknown, negated = false): readonly NamedSet[] {
  if (Array.isArray(statement)) return statement.flatMap((each) => setsIn(each, negated));
  if (!isObject(statement) || isUnknown(statement)) return [];
  return Object.entries(statement).flatMap(([kind, block]) => {
    if (/^(ip_set|regex_pattern_set)_reference_statement$/.test(kind))
      return [block].flat().flatMap((each) => (isObject(each) ? [{ arn: each['arn'], negated }] : []));
    return setsIn(block, kind === 'not_statement' ? !negated : negated);
  });
}
