import type { IdentityPool, List, RoleMappingRule, Unknown } from '../../model';
import { addedTo, knownItems } from '../../model/lists';
import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { show } from '../show';

export const roleMappingWidened = differenceRule({
  id: 'role-mapping-widened',
  severity: 'high',
  title: 'Role mapping widened',
  why: 'Role mappings decide which claim gives which role; a new one, or one that no longer denies, gives permissions to users who had none.',
  remediation: 'Keep the mappings, and "Deny" where no rule matches.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html',
  sameFactAs: ['revoked-tokens-accepted'],
  find: ({ identityPools }) =>
    changed('identity pool', identityPools, (before, after, name) => [
      ...addedTo(rulesOf(before), rulesOf(after)).map((rule) => ({
        message: `Users whose token has ${rule.replace(': ', ' get role ')} from ${name}.`,
        before: show(rulesOf(before)),
        after: show(rulesOf(after)),
      })),
      {
        when: areFewer(before.roleMappings, after.roleMappings, (each) => each.whenAmbiguous === 'Deny'),
        message: `Users whom no rule of ${name} matches get the authenticated role; they got none.`,
        before: 'Deny',
        after: 'AuthenticatedRole',
      },
      {
        when: areFewer(before.userPoolClients, after.userPoolClients, (each) => each.serverSideTokenCheck === true),
        severity: 'medium',
        message: `Users who were signed out can still get AWS credentials from ${name} with their old token.`,
        before: 'token checked with the user pool',
        after: 'not checked',
      },
    ]),
});

/** Whether those that are so have become fewer, and are not all. */
function areFewer<T>(before: List<T, Unknown>, after: List<T, Unknown>, isSo: (item: T) => boolean): boolean {
  const amount = (list: List<T, Unknown>) => knownItems(list).filter(isSo).length;
  return amount(after) < amount(before) && amount(after) < knownItems(after).length;
}

/** `tier Equals gold: aws_iam_role.guest` */
const rulesOf = ({ roleMappings }: IdentityPool<Unknown>): readonly string[] =>
  knownItems(roleMappings).flatMap(({ rules }) => knownItems(rules).map(textOf));

const textOf = ({ claim, match, value, role, arn }: RoleMappingRule<Unknown>): string =>
  `${show(claim)} ${show(match)} ${show(value)}: ${role ?? show(arn)}`;
