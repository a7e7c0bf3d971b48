import type { IdentityPool, List, RoleMappingRule, Unknown } from '../../model';
import { knownItems } from '../../model/lists';
import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { markOf } from '../../printable/mark';
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
      ...newRules(before, after).map((rule) => ({
        message: `Users whose token has ${rule.shown} get role ${rule.role} from ${name}.`,
        of: [`${rule.shown}: ${rule.role}`, rule.mark],
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

interface Mapping {
  readonly shown: string;
  readonly role: string;
  readonly mark: string;
}

function newRules(before: IdentityPool<Unknown>, after: IdentityPool<Unknown>): readonly Mapping[] {
  const had = new Set(rulesOf(before).map(({ mark }) => mark));
  return rulesOf(after).filter(({ mark }) => !had.has(mark));
}

const rulesOf = ({ roleMappings }: IdentityPool<Unknown>): readonly Mapping[] =>
  knownItems(roleMappings).flatMap(({ rules }) => knownItems(rules).map(mappingOf));

/** `tier Equals a value`: the value may be about a person. */
function mappingOf({ claim, match, value, role, arn }: RoleMappingRule<Unknown>): Mapping {
  const given = role ?? show(arn);
  return { shown: `${show(claim)} ${show(match)} a value`, role: given, mark: markOf([claim, match, value, given]) };
}
