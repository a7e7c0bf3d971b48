import { nameOfChange } from '../../changes/name-of-change';
import { readStatements } from '../../iam/policy';
import type { PolicyStatement, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { Values } from '../../terraform/values';
import type { Comparison } from '../comparison';
import { guestRoles } from '../guest-roles';
import { placeOf } from '../pairs';
import { newlyAllowed, statementsOf } from '../policies';
import { differenceRule, type Violation } from '../../findings/rule';
import { nameOf } from '../show';
import { describe, isBroad, widenedRoles } from '../widened-roles';

export const iamWidened = differenceRule({
  id: 'iam-widened',
  severity: 'high',
  title: 'IAM permissions widened',
  why: 'A wildcard, or a permission that leads to others, gives anyone who obtains the role much more than its task needs.',
  remediation: 'Name the actions and the resources that the task needs.',
  page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  sameFactAs: ['guest-role-too-broad'],
  find: (comparison) => {
    const guests = guestRoles(comparison);
    const found = new Map<string, Violation>();
    for (const { role, place, what, broad } of widenedRoles(comparison)) {
      if (!broad || guests.has(placeOf(role))) continue;
      const key = `${placeOf(place)} ${what}`;
      found.set(key, {
        at: place,
        subject: `role ${nameOf(role)}`,
        message: `Everyone who can assume role ${nameOf(role)} can do ${what}.`,
        after: what,
      });
    }
    const places = new Set([...found.values()].map(({ at }) => placeOf(at)));
    return [...found.values(), ...otherPolicies(comparison).filter((found) => !places.has(placeOf(found.at)))];
  },
});

/** Policies that no role of the surface has: of users, of groups, or attached elsewhere. */
const otherPolicies = ({ changes }: Comparison): Violation[] =>
  changes.flatMap((change) => {
    if (!POLICIES.includes(change.type) || !change.before || !change.changed.includes('policy')) return [];
    const added = newlyAllowed(statements(change.before['policy']), statements(change.after?.['policy']));
    return added.filter(isBroad).map((statement) => ({
      at: change,
      subject: `policy ${nameOfChange(change)}`,
      message: `Everyone with policy ${nameOfChange(change)} can do ${describe(statement)}.`,
      after: describe(statement),
    }));
  });

const POLICIES = ['aws_iam_policy', 'aws_iam_user_policy', 'aws_iam_group_policy'];

function statements(policy: unknown): readonly PolicyStatement<Unknown>[] {
  const document = new Values({ policy }, 'policy').document('policy');
  return document === undefined || isUnknown(document) ? [] : statementsOf(readStatements(document));
}
