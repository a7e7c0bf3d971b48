import type { ManagedRuleGroup } from '../model';
import { isUnknown, unknown } from '../model/value';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import type { Values } from '../terraform/values';

/** AWS's rule groups of the web ACL that an association names; undefined: they cannot be read. */
export function managedGroups(association: Resource, catalog: Catalog): readonly ManagedRuleGroup[] | undefined {
  const acl = catalog.target(association, association.text('web_acl_arn'), 'aws_wafv2_web_acl', 'arn');
  const rules = acl?.mode === 'managed' && !acl.has('rule_json') ? acl.blocks('rule') : undefined;
  return rules === undefined || isUnknown(rules) ? undefined : rules.flatMap(groupOf);
}

function groupOf(rule: Values): readonly ManagedRuleGroup[] {
  const group = rule.blockOrEmpty('statement').block('managed_rule_group_statement');
  const name = group?.text('name');
  if (!group || typeof name !== 'string') return [];
  return [{ name, ...optional('relaxed', relaxedOf(rule, group)) }];
}

function relaxedOf(rule: Values, group: Values): readonly string[] | undefined {
  // A scope-down statement leaves open which requests it looks at.
  if (rule.blockOrEmpty('override_action').has('count') || group.has('scope_down_statement')) return undefined;
  const overrides = group.blocks('rule_action_override');
  const names = isUnknown(overrides)
    ? [overrides]
    : overrides.filter(isRelaxing).map((override) => override.text('name', unknown()));
  return names.some(isUnknown) ? undefined : names.filter((each) => typeof each === 'string');
}

function isRelaxing(override: Values): boolean {
  const action = override.blockOrEmpty('action_to_use');
  return action.has('count') || action.has('allow');
}
