import { inWords, widening, type Gain } from '@gatehouse/policy';
import type { PlannedChange } from '../../changes/planned-change';
import { partsOf, STACKS, type Part } from '../../cloudformation/resources';
import { parseTemplate } from '../../cloudformation/template';
import { HARMLESS, POLICIES, READ } from '../../cloudformation/types';
import { differenceRule, type Violation } from '../../findings/rule';
import { documentOf } from '../../iam/document';
import { listOf, rightsIn } from '../../iam/words';
import { ownAccounts } from '../../terraform/own-accounts';
import type { Catalog } from '../../terraform/catalog';
import type { Resource } from '../../terraform/resource';
import type { Comparison } from '../comparison';
import { placeOf } from '../pairs';

export const cloudformationTemplate = differenceRule({
  id: 'cloudformation-template',
  severity: 'critical',
  title: 'CloudFormation template that is not all reviewed',
  why: 'A template makes roles, policies and addresses of its own, and Terraform shows it as one text.',
  remediation: 'Write what gives access in Terraform, or review the template by hand.',
  page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-reference.html',
  find: (comparison) =>
    STACKS.flatMap((type) => comparison.changesOf(type)).flatMap((change) => found(change, comparison)),
});

const TEMPLATE = ['template_body', 'template_url', 'parameters'];

function found(change: PlannedChange, { resources: { after, before }, trusted }: Comparison): Violation[] {
  if (!change.after || !change.changed.some((name) => TEMPLATE.includes(name))) return [];
  const [old, now] = [at(before, change), at(after, change)];
  if (!now) return [];
  const name = String(change.after['name'] ?? change.address);
  const subject = `stack ${name}`;
  if (!parseTemplate(now.raw('template_body')))
    return [
      {
        at: change,
        subject,
        severity: 'high',
        message: `The plan does not show the template of stack ${name}, which can make any role and any policy.`,
      },
    ];
  const account = ownAccounts(after).of(now);
  const parts = partsOf(now, account);
  const had = new Map((old ? partsOf(old, ownAccounts(before).of(old)) : []).map((part) => [part.id, part]));
  const isNew = (part: Part) => JSON.stringify(had.get(part.id)) !== JSON.stringify(part);
  const changed = parts.filter(isNew);
  const unread = changed.filter(({ type }) => !(type in READ) && !(type in POLICIES) && !HARMLESS.test(type));
  return [
    ...changed.flatMap((part) =>
      opened(part, had.get(part.id), { stack: now, catalog: after, account }, trusted.accounts),
    ),
    ...(unread.length === 0
      ? []
      : [
          {
            at: change,
            subject,
            severity: 'medium' as const,
            message: `Stack ${name} makes or changes what the review does not read in a template: ${listOf(unread.map(({ type }) => type))}.`,
          },
        ]),
  ];
}

const at = (catalog: Catalog, change: PlannedChange): Resource | undefined =>
  catalog.managed(change.type).find((resource) => placeOf(resource) === placeOf(change));

interface Where {
  readonly stack: Resource;
  readonly catalog: Catalog;
  readonly account: string | undefined;
}

/** Whom the policy of a resource lets in. */
function opened(
  { id, properties, type }: Part,
  old: Part | undefined,
  { account, catalog, stack }: Where,
  trusted: readonly string[],
): Violation[] {
  const [kind, property] = POLICIES[type] ?? [];
  if (kind === undefined || property === undefined || properties[property] === undefined) return [];
  const policy = (of: Part['properties']) => ({ name: id, document: documentOf(stack, catalog, of[property]) });
  const { gains } = widening({
    ...{ kind: 'resource', type: kind, name: id, after: policy(properties) },
    ...(account === undefined ? {} : { account }),
    ...(old ? { before: old.properties[property] === undefined ? 'none' : policy(old.properties) } : {}),
  });
  const isTrusted = ({ who }: Gain) => who.every((each) => 'account' in each && trusted.includes(each.account ?? ''));
  const open = gains.filter((gain) => (gain.broad.public || gain.broad.otherAccounts) && !isTrusted(gain));
  if (open.length === 0) return [];
  const severity = open.some(({ broad }) => broad.public) ? 'critical' : 'high';
  const message = `${listOf(open.flatMap(inWords))} can do ${listOf(open.map(rightsIn))} by ${type} ${id}.`;
  const place = { ...stack.located, address: `${stack.address}#/Resources/${id}` };
  return [
    { at: place, subject: `${type} ${id}`, severity, message: message.replace(/^./, (first) => first.toUpperCase()) },
  ];
}
