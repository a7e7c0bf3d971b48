import type { PlannedChange } from '../../changes/planned-change';
import { differenceRule, type Violation } from '../../findings/rule';
import { severityOfCredentials } from '../../iam/credentials';
import { gainsOfHolder } from '../../iam/gains';
import { holderAt } from '../../iam/holders';
import { listOf, rightsIn } from '../../iam/words';
import { isUnknown } from '../../model/value';
import type { Resource } from '../../terraform/resource';
import { Together } from '../../verdicts/together';
import type { Comparison } from '../comparison';
import { placeOf } from '../pairs';

const ASSIGNMENT = 'aws_ssoadmin_account_assignment';

export const accountAccessGiven = differenceRule({
  id: 'account-access-given',
  severity: 'critical',
  title: 'Access to an account given',
  why: 'IAM Identity Center makes a role of the permission set in the account: everyone to whom it is assigned signs in there, with all that it allows.',
  remediation: 'Check who is in the group, and assign a permission set that allows what their task needs.',
  page: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/useraccess.html',
  find: (comparison) => {
    const assignments = comparison.changesOf(ASSIGNMENT).filter(({ action, after }) => after && MADE.has(action));
    if (assignments.length === 0) return [];
    const together = new Together(comparison.changes, comparison.verdicts);
    const made = new Map(comparison.resources.after.managed(ASSIGNMENT).map((each) => [placeOf(each), each]));
    return assignments.flatMap((change) => {
      const resource = made.get(placeOf(change));
      return resource && !together.isMoved(change) ? given(change, resource, comparison) : [];
    });
  },
});

const MADE: ReadonlySet<string> = new Set(['create', 'replace', 'replace-and-forget']);

function given(change: PlannedChange, assignment: Resource, comparison: Comparison): readonly Violation[] {
  const { after } = comparison.resources;
  const set = holderAt('permission set', assignment, assignment.raw('permission_set_arn'), after);
  if (!set) return [];
  const isSeen = after.target(assignment, assignment.text('permission_set_arn'), 'aws_ssoadmin_permission_set', 'arn');
  const rights = isSeen && gainsOfHolder(comparison, set);
  const wide = isSeen ? severityOfCredentials(comparison, set, 'medium') : 'high';
  const what = !isSeen
    ? ', whose permissions are not in the plan'
    : rights && wide !== 'medium'
      ? `, and can do ${listOf(rights.gains.map(rightsIn))}`
      : '';
  const who = `${assignment.raw('principal_type') === 'USER' ? 'User' : 'Everyone in group'} ${textOf(assignment, 'principal_id')}`;
  return [
    {
      at: change,
      subject: `permission set ${set.name}`,
      severity: wide,
      message: `${who} can sign in to account ${textOf(assignment, 'target_id')} with permission set ${set.name}${what}.`,
    },
  ];
}

/** The address stands for what is not known yet. */
function textOf(assignment: Resource, argument: string): string {
  const value = assignment.raw(argument);
  return isUnknown(value) ? (value.references?.[0]?.replace(/\.\w+$/, '') ?? 'that is not known yet') : String(value);
}
