import { inWords, widening, type Gain } from '@gatehouse/policy';
import type { PlannedChange } from '../../changes/planned-change';
import { partsOf, STACKS, type Part } from '../../cloudformation/resources';
import { droppedFrom, type Dropped } from '../../cloudformation/dropped';
import { hiddenIn } from '../../cloudformation/hidden';
import { parseTemplate, type Template } from '../../cloudformation/template';
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
  const [old, now] = [at(before, change), at(after, change)];
  const [was, template] = [old, now].map((stack) => parseTemplate(stack?.raw('template_body')));
  const subject = `stack ${String(change.after?.['name'] ?? change.before?.['name'] ?? change.address)}`;
  if (!change.after) return was ? lost(change, subject, droppedFrom(was, undefined)) : [];
  if (!change.changed.some((name) => TEMPLATE.includes(name)) || !now) return [];
  if (!template)
    return [
      {
        at: change,
        subject,
        severity: 'high',
        message: `The plan does not show the template of ${subject}, which can make any role and any policy.`,
      },
    ];
  const account = ownAccounts(after).of(now);
  const had = new Map((old ? partsOf(old, ownAccounts(before).of(old)) : []).map((part) => [part.id, part]));
  const isNew = (part: Part) => JSON.stringify(had.get(part.id)) !== JSON.stringify(part);
  const changed = partsOf(now, account).filter(isNew);
  const where = { stack: now, catalog: after, account };
  return [
    ...changed.flatMap((part) => [
      ...opened(part, had.get(part.id), where, trusted.accounts),
      ...signsIn(part, had.get(part.id), now),
    ]),
    ...(was ? lost(change, subject, droppedFrom(was, template)) : []),
    ...hidden(change, subject, was, template),
    ...unread(change, subject, changed),
  ];
}

function unread(change: PlannedChange, subject: string, changed: readonly Part[]): Violation[] {
  const types = changed.map(({ type }) => type);
  const others = types.filter((type) => !(type in READ) && !(type in POLICIES) && !HARMLESS.test(type));
  if (others.length === 0) return [];
  const message = `${sentence(subject)} makes or changes what the review does not read in a template: ${listOf(others)}.`;
  return [{ at: change, subject, severity: 'medium', message }];
}

/** What takes the place of resources when the template is applied. */
function hidden(change: PlannedChange, subject: string, was: Template | undefined, now: Template): Violation[] {
  const had = new Set((was ? hiddenIn(was) : []).map(({ name, text }) => `${name} ${text}`));
  const found = hiddenIn(now).filter(({ name, text }) => !had.has(`${name} ${text}`));
  if (found.length === 0) return [];
  return [
    {
      at: change,
      subject,
      severity: found.every(({ isHarmless }) => isHarmless) ? 'medium' : 'high',
      message: `The plan does not show what the template of ${subject} makes: ${listOf(found.map(({ name }) => name))} writes a part of it when it is applied.`,
      remediation: 'Write the resources in the template, or review what the transform makes of it in a change set.',
    },
  ];
}

function lost(change: PlannedChange, subject: string, dropped: readonly Dropped[]): Violation[] {
  if (dropped.length === 0) return [];
  const what = listOf(dropped.map(({ id, type }) => `${type} ${id}`));
  return [
    {
      at: change,
      subject,
      severity: dropped.some(({ type }) => type === 'AWS::Cognito::UserPool') ? 'critical' : 'high',
      message: `${sentence(subject)} deletes ${what}, and what is stored there is lost.`,
      remediation: 'Keep it in the template, or give it the deletion policy Retain first.',
    },
  ];
}

/** A user with a password for the console. */
function signsIn({ id, properties, type }: Part, old: Part | undefined, stack: Resource): Violation[] {
  if (type !== 'AWS::IAM::User' || !isSet(properties['LoginProfile']) || isSet(old?.properties['LoginProfile']))
    return [];
  return [
    {
      at: { ...stack.located, address: `${stack.address}#/Resources/${id}` },
      subject: `${type} ${id}`,
      severity: 'high',
      message: `${type} ${id} gets a password for the console: who has it acts as that user.`,
      remediation: 'Use a role with temporary credentials, and keep passwords out of templates.',
    },
  ];
}

const isSet = (value: unknown): boolean => value !== undefined && value !== null;

const sentence = (text: string): string => text.replace(/^./, (first) => first.toUpperCase());

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
  return [{ at: place, subject: `${type} ${id}`, severity, message: sentence(message) }];
}
