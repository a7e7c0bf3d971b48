import { isUnknown } from '../model/value';
import { isObject } from '../terraform/unreadable';
import { looksFor, pruned, setsIn, type NamedSet, type Statement } from './web-acl-statement';

/** A rule of a web ACL, as far as it says who gets past. */
export interface WebAclRule {
  readonly name: string;
  readonly effect: 'stops' | 'counts' | 'lets in' | undefined;
  /** What it looks for, as text: the same rule under another name. */
  readonly statement: string;
  /** Requests of one address in the window of a rate-based rule. */
  readonly limit: number | undefined;
  /** Rules are tried by priority, the lowest first. */
  readonly priority: number;
  readonly looksFor: Statement;
  /** Requests that a rule keeps to, as text. Absent: it looks at every request. */
  readonly scope: string | undefined;
  /** What a rate-based rule counts by. */
  readonly countsBy: string | undefined;
  /** The address of a caller is taken from a header, which callers write. */
  readonly byHeader: boolean;
  readonly sets: readonly NamedSet[];
  /** Rules of its group that only count, or let in, whatever the group says. */
  readonly relaxed: readonly string[];
}

/**
 * The rules of an `aws_wafv2_web_acl`, written as blocks or as `rule_json`; undefined: not known.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/wafv2_web_acl
 */
export function rulesOfWebAcl(values: Readonly<Record<string, unknown>>): readonly WebAclRule[] | undefined {
  const { rule, rule_json = values['rules_json'] } = values;
  if (isUnknown(rule) || isUnknown(rule_json)) return undefined;
  const written = typeof rule_json === 'string' && rule_json !== '' ? parsed(rule_json) : (rule ?? []);
  if (!Array.isArray(written) || written.some(isUnknown)) return undefined;
  return written
    .filter(isObject)
    .map(readRule)
    .sort((a, b) => a.priority - b.priority);
}

/** `allow`, `block`, `count`, …: the one of an action's blocks that is there. */
export const actionOf = (action: unknown): string | undefined => {
  const block = one(action);
  return Object.keys(block).find((kind) => isThere(block[kind]));
};

function readRule(rule: Record<string, unknown>, index: number): WebAclRule {
  const statement = one(rule['statement']);
  const rate = one(statement['rate_based_statement']);
  const group = one(statement['managed_rule_group_statement'] ?? statement['rule_group_reference_statement']);
  const overrides = group['rule_action_override'] ?? group['rule_action_overrides'];
  const excluded = group['excluded_rule'] ?? group['excluded_rules'];
  const scope = rate['scope_down_statement'] ?? group['scope_down_statement'];
  const text = JSON.stringify(pruned(statement));
  const action = actionOf(rule['action']) ?? actionOf(rule['override_action']);
  return {
    name: String(rule['name']),
    effect: action === undefined ? undefined : EFFECTS[action],
    statement: JSON.stringify(statement),
    limit: typeof rate['limit'] === 'number' ? rate['limit'] : undefined,
    relaxed: [
      ...blocksOf(overrides).filter(({ action_to_use }) => RELAXED.has(actionOf(action_to_use) ?? '')),
      ...blocksOf(excluded),
    ].map(({ name }) => String(name)),
    priority: typeof rule['priority'] === 'number' ? rule['priority'] : index,
    looksFor: looksFor(statement),
    scope: isThere(scope) ? JSON.stringify(pruned(scope)) : undefined,
    countsBy: typeof rate['aggregate_key_type'] === 'string' ? rate['aggregate_key_type'] : undefined,
    byHeader: /"(ip_set_)?forwarded_ip_config":[{[]|"FORWARDED_IP"/.test(text),
    sets: setsIn(statement),
  };
}

const EFFECTS: Readonly<Record<string, WebAclRule['effect']>> = {
  block: 'stops',
  captcha: 'stops',
  challenge: 'stops',
  // Of a group: what its rules say.
  none: 'stops',
  count: 'counts',
  allow: 'lets in',
};

const blocksOf = (blocks: unknown): readonly Record<string, unknown>[] =>
  Array.isArray(blocks) ? blocks.filter(isObject) : [];

const RELAXED: ReadonlySet<string> = new Set(['count', 'allow']);

/** Terraform has blocks in lists, AWS has them as they are. */
const one = (block: unknown): Readonly<Record<string, unknown>> => {
  const first: unknown = Array.isArray(block) ? block[0] : block;
  return isObject(first) && !isUnknown(first) ? first : {};
};

const isThere = (block: unknown): boolean =>
  Array.isArray(block) ? block.length > 0 : block !== undefined && block !== null;

/** The names of AWS (`OverrideAction`) as Terraform writes them. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown) =>
      isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [snakeCase(key), each])) : value,
    );
  } catch {
    return undefined;
  }
}

const snakeCase = (name: string): string =>
  name.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
