import { own } from '../own';
import { isUnknown } from '../model/value';
import { isObject } from '../terraform/unreadable';

/** A rule of a web ACL, as far as it says who gets past. */
export interface WebAclRule {
  readonly name: string;
  readonly effect: 'stops' | 'counts' | 'lets in' | undefined;
  /** What it looks for, as text: the same rule under another name. */
  readonly statement: string;
  /** Requests of one address in the window of a rate-based rule. */
  readonly limit: number | undefined;
  /** Rules of its group that only count, or let in, whatever the group says. */
  readonly relaxed: readonly string[];
}

/**
 * The rules of an `aws_wafv2_web_acl`, written as blocks or as `rule_json`; undefined: not known.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/wafv2_web_acl
 */
export function rulesOfWebAcl(values: Readonly<Record<string, unknown>>): readonly WebAclRule[] | undefined {
  const { rule, rule_json } = values;
  if (isUnknown(rule) || isUnknown(rule_json)) return undefined;
  const written = typeof rule_json === 'string' && rule_json !== '' ? parsed(rule_json) : (rule ?? []);
  if (!Array.isArray(written) || written.some(isUnknown)) return undefined;
  return written.filter(isObject).map(readRule);
}

/** `allow`, `block`, `count`, …: the one of an action's blocks that is there. */
export const actionOf = (action: unknown): string | undefined => {
  const block = one(action);
  return Object.keys(block).find((kind) => isThere(block[kind]));
};

function readRule(rule: Record<string, unknown>): WebAclRule {
  const statement = one(rule['statement']);
  const rate = one(statement['rate_based_statement']);
  const group = one(statement['managed_rule_group_statement'] ?? statement['rule_group_reference_statement']);
  const overrides = group['rule_action_override'] ?? group['rule_action_overrides'];
  const action = actionOf(rule['action']) ?? actionOf(rule['override_action']);
  return {
    name: String(rule['name']),
    effect: action === undefined ? undefined : own(EFFECTS, action),
    statement: JSON.stringify(statement),
    limit: typeof rate['limit'] === 'number' ? rate['limit'] : undefined,
    relaxed: (Array.isArray(overrides) ? overrides.filter(isObject) : [])
      .filter(({ action_to_use }) => RELAXED.has(actionOf(action_to_use) ?? ''))
      .map(({ name }) => String(name)),
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
