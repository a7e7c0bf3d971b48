import { nameOfChange } from '../../changes/name-of-change';
import type { PlannedChange } from '../../changes/planned-change';
import { differenceRule, type Violation } from '../../findings/rule';
import { allRightsOf, gainsBetween } from '../../iam/gains';
import { severityOf } from '../../iam/severity';
import { escalationsIn, listOf, rightsIn } from '../../iam/words';
import { isUnknown, type Unknown } from '../../model/value';
import { sentence } from '../../sentence';
import type { Catalog } from '../../terraform/catalog';
import type { Resource } from '../../terraform/resource';
import type { Comparison } from '../comparison';
import { placeOf } from '../pairs';
import { RUNNERS, type Runner } from '../runners';

export const executionRoleChanged = differenceRule({
  id: 'execution-role-changed',
  severity: 'critical',
  title: 'Runs with another role',
  why: 'Code runs with the permissions of its role, so anyone who can call or change it uses them.',
  remediation: 'Use a role that allows what the code does, and nothing else.',
  page: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
  find: (comparison) =>
    Object.entries(RUNNERS).flatMap(([type, runner]) => {
      const changes = comparison.changesOf(type).filter(({ action, after }) => after && action !== 'no-op');
      if (changes.length === 0) return [];
      const [was, becomes] = [byPlace(comparison.resources.before, type), byPlace(comparison.resources.after, type)];
      return changes.flatMap((change) => {
        const [old, now] = [was.get(placeOf(change)), becomes.get(placeOf(change))];
        if (now && !change.before) return onNew(change, runner, now, comparison);
        return old && now && old !== now ? (found(change, runner, { old, now }, comparison) ?? []) : [];
      });
    }),
});

const roleIn = (resource: Resource, { block, role }: Pick<Runner, 'block' | 'role'>): string | Unknown | undefined =>
  block === undefined ? resource.text(role) : resource.block(block)?.text(role);

const byPlace = (catalog: Catalog, type: string): ReadonlyMap<string, Resource> =>
  new Map(catalog.managed(type).map((resource) => [placeOf(resource), resource]));

function found(
  change: PlannedChange,
  { by = 'arn', noun, ...where }: Runner,
  { now, old }: { readonly old: Resource; readonly now: Resource },
  comparison: Comparison,
): Violation | undefined {
  const { after, before } = comparison.resources;
  const [was, becomes] = [roleIn(old, where), roleIn(now, where)];
  if (was === undefined || becomes === undefined || was === becomes) return undefined;
  const [oldRole, newRole] = [
    before.target(old, was, 'aws_iam_role', by),
    after.target(now, becomes, 'aws_iam_role', by),
  ];
  // Another version of the same role; or the rule on hidden values reports it.
  if (newRole ? newRole.address === oldRole?.address : isUnknown(becomes)) return undefined;
  const subject = `${noun} ${nameOfChange(functionNamed(change))}`;
  const roleName = newRole ? newRole.text('name', newRole.address) : becomes;
  const shown = isUnknown(roleName) ? newRole?.address : roleName.replace(/^.*\//, '');
  if (!newRole)
    return {
      at: change,
      subject,
      severity: 'high',
      message: `${sentence(subject)} runs with role ${shown}, whose permissions are not in the plan.`,
    };
  const gained = gainsBetween(comparison, oldRole, newRole);
  const severity = gained && severityOf(gained);
  if (!gained || severity === undefined) return undefined;
  const rights = listOf(gained.gains.map(rightsIn));
  return {
    at: change,
    subject,
    severity,
    message: `${sentence(subject)} runs with role ${shown}, and can do ${rights}.${escalationsIn(gained.escalations)}`,
  };
}

/**
 * Of a new function: a role that exists already and allows everything, since no change of the role shows it; and, for information,
 * a role that the plan does not have.
 */
function onNew(
  change: PlannedChange,
  { by = 'arn', noun, ...where }: Runner,
  now: Resource,
  comparison: Comparison,
): readonly Violation[] {
  const named = roleIn(now, where);
  const target = named === undefined ? undefined : comparison.resources.after.target(now, named, 'aws_iam_role', by);
  const subject = `${noun} ${nameOfChange(functionNamed(change))}`;
  if (!target) return typeof named === 'string' ? [ofUnseenRole(change, subject, named)] : [];
  if (comparison.changeAt(target)?.action === 'create') return [];
  const rights = allRightsOf(comparison, target);
  if (!rights || severityOf(rights) !== 'critical') return [];
  const name = target.text('name', target.address);
  return [
    {
      at: change,
      subject,
      severity: 'high',
      message: `New ${subject} runs with role ${isUnknown(name) ? target.address : name}, which is there already, and can do ${listOf(rights.gains.map(rightsIn))}.${escalationsIn(rights.escalations)}`,
    },
  ];
}

const ofUnseenRole = (change: PlannedChange, subject: string, role: string): Violation => ({
  at: change,
  subject,
  severity: 'expected',
  message: `New ${subject} runs with role ${role.replace(/^.*\//, '')}, whose permissions are not in the plan.`,
});

/** A function is called by another argument. */
const functionNamed = (change: PlannedChange): PlannedChange =>
  change.after?.['function_name'] === undefined
    ? change
    : { ...change, after: { ...change.after, name: change.after['function_name'] } };
