import { inWords, widening, type Gain } from '@gatehouse/policy';
import type { PlannedChange } from '../../changes/planned-change';
import { partsOf, STACKS, type Part } from '../../cloudformation/resources';
import { droppedFrom, type Dropped } from '../../cloudformation/dropped';
import { hiddenIn } from '../../cloudformation/hidden';
import { parseTemplate, type Template } from '../../cloudformation/template';
import { HARMLESS, POLICIES, READ } from '../../cloudformation/types';
import { differenceRule, type Violation } from '../../findings/rule';
import { severityOfCredentials } from '../../iam/credentials';
import { documentOf } from '../../iam/document';
import { holderAt } from '../../iam/holders';
import { listOf, rightsOnResource } from '../../iam/words';
import { shownUrl } from '../../printable/url';
import { sentence } from '../../sentence';
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

function found(change: PlannedChange, comparison: Comparison): Violation[] {
  const {
    resources: { after, before },
    trusted,
  } = comparison;
  const [old, now] = [at(before, change), at(after, change)];
  const [was, template] = [old, now].map((stack) => parseTemplate(stack?.raw('template_body')));
  const subject = `stack ${String(change.after?.['name'] ?? change.before?.['name'] ?? change.address)}`;
  if (!change.after) return was ? lost(change, subject, droppedFrom(was, undefined)) : [];
  if (!change.changed.some((name) => TEMPLATE.includes(name)) || !now) return [];
  const url = change.after['template_url'];
  const seen = typeof url === 'string' ? ` at ${shownUrl(url)}` : '';
  if (!template)
    return [
      {
        at: change,
        subject,
        severity: 'high',
        message: `The plan does not show the template of ${subject}${seen}, which can make any role and any policy.`,
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
      ...credentials(part, had.get(part.id), now, comparison),
    ]),
    ...(was ? lost(change, subject, droppedFrom(was, template)) : []),
    ...hidden(change, subject, was, template),
    ...unread(change, subject, changed),
  ];
}

function unread(change: PlannedChange, subject: string, changed: readonly Part[]): Violation[] {
  const nested = changed.filter(({ type }) => NESTED.test(type));
  const others = changed.flatMap(({ type }) => (NESTED.test(type) || isRead(type) ? [] : [type]));
  return [
    ...(nested.length === 0
      ? []
      : [
          {
            ...{ at: change, subject, severity: 'high' as const },
            message: `The plan does not show the templates of stacks in ${subject}, which can make any role and any policy: ${listOf(nested.map(({ id }) => id))}.`,
          },
        ]),
    ...(others.length === 0
      ? []
      : [
          {
            ...{ at: change, subject, severity: 'medium' as const },
            message: `The review does not read what the template of ${subject} makes or changes there: ${listOf(others)}.`,
          },
        ]),
  ];
}

/** Its template is somewhere else. */
const NESTED = /^AWS::CloudFormation::Stack(Set)?$/;

const isRead = (type: string): boolean =>
  type in READ || type in POLICIES || type === 'AWS::IAM::AccessKey' || HARMLESS.test(type);

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

/** Credentials of a person: an access key, or a password for the console. */
function credentials({ id, properties, type }: Part, old: Part | undefined, stack: Resource, comparison: Comparison) {
  const [name, what] =
    type === 'AWS::IAM::AccessKey'
      ? [properties['UserName'], 'an access key']
      : type === 'AWS::IAM::User' && isSet(properties['LoginProfile'])
        ? [properties['UserName'] ?? `${String(stack.peek('name'))}-${id}`, 'a password for the console']
        : [undefined, undefined];
  const had =
    type === 'AWS::IAM::AccessKey' ? old?.properties['UserName'] === name : isSet(old?.properties['LoginProfile']);
  const user = holderAt('user', stack, name, comparison.resources.after);
  if (what === undefined || !user || (old && had)) return [];
  return [
    {
      at: { ...stack.located, address: `${stack.address}#/Resources/${id}` },
      subject: `${type} ${id}`,
      severity: severityOfCredentials(comparison, user, 'high'),
      message: `User ${user.name} gets ${what} by ${type} ${id}: anyone who has it acts as that user.`,
      remediation: 'Use a role with temporary credentials, and keep keys and passwords out of templates.',
    },
  ];
}

const isSet = (value: unknown): boolean => value !== undefined && value !== null;

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
    account,
    ...(old ? { before: old.properties[property] === undefined ? 'none' : policy(old.properties) } : {}),
  });
  const isTrusted = ({ who }: Gain) => who.every((each) => 'account' in each && trusted.includes(each.account ?? ''));
  const open = gains.filter((gain) => (gain.broad.public || gain.broad.otherAccounts) && !isTrusted(gain));
  if (open.length === 0) return [];
  const severity = open.some(({ broad }) => broad.public) ? 'critical' : 'high';
  const message = `${listOf(open.flatMap(inWords))} can do ${listOf(open.map(rightsOnResource))} by ${type} ${id}.`;
  const place = { ...stack.located, address: `${stack.address}#/Resources/${id}` };
  return [{ at: place, subject: `${type} ${id}`, severity, message: sentence(message) }];
}
