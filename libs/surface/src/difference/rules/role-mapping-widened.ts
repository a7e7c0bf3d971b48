import type { IdentityPool, RoleMappingRule, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { isKnown } from '../../access/lists';
import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf, show } from '../show';

type Pool = IdentityPool<Unknown>;

export const roleMappingWidened = differenceRule({
  id: 'role-mapping-widened',
  severity: 'high',
  title: 'Role mapping widened',
  why: 'Role mappings decide which claim gives which role; a new one, or one that no longer denies, gives permissions to users who had none.',
  remediation: 'Keep the mappings, and "Deny" where no rule matches.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html',
  sameFactAs: ['revoked-tokens-accepted'],
  find: ({ identityPools }) =>
    both(identityPools).flatMap(({ before, after }) => {
      const name = nameOf(after.name, after);
      const place = { at: after, subject: `identity pool ${name}` };
      const had = new Set(rulesOf(before));
      const added = rulesOf(after).filter((rule) => !had.has(rule));
      const refused = (pool: Pool) =>
        mappingsOf(pool).filter(({ whenAmbiguous }) => whenAmbiguous === 'Deny').length;
      const passes =
        mappingsOf(before).length > 0 &&
        mappingsOf(after).length > 0 &&
        refused(after) < refused(before) &&
        refused(after) < mappingsOf(after).length;
      const unchecked =
        checkedClients(before) > 0 &&
        checkedClients(after) < checkedClients(before) &&
        clientsOf(after).length > checkedClients(after);
      return [
        ...added.map((rule) => ({
          ...place,
          message: `Users whose token has ${rule.replace(': ', ' get role ')} from ${name}.`,
          before: show(rulesOf(before)),
          after: show(rulesOf(after)),
        })),
        ...(passes
          ? [
              {
                ...place,
                message: `Users whom no rule of ${name} matches get the authenticated role; they got none.`,
                before: 'Deny',
                after: 'AuthenticatedRole',
              },
            ]
          : []),
        ...(unchecked
          ? [
              {
                ...place,
                severity: 'medium' as const,
                message: `Users who were signed out can still get AWS credentials from ${name} with their old token.`,
                before: 'token checked with the user pool',
                after: 'not checked',
              },
            ]
          : []),
      ];
    }),
});

const mappingsOf = ({ roleMappings }: Pool) => (isUnknown(roleMappings) ? [] : roleMappings.filter(isKnown));
const clientsOf = ({ userPoolClients }: Pool) =>
  isUnknown(userPoolClients) ? [] : userPoolClients.filter(isKnown);
const checkedClients = (pool: Pool): number =>
  clientsOf(pool).filter(({ serverSideTokenCheck }) => serverSideTokenCheck === true).length;

/** `tier Equals gold: aws_iam_role.guest` */
const rulesOf = (pool: Pool): readonly string[] =>
  mappingsOf(pool).flatMap(({ rules }) => (isUnknown(rules) ? [] : rules.filter(isKnown).map(textOf)));

const textOf = ({ claim, match, value, role, arn }: RoleMappingRule<Unknown>): string =>
  `${show(claim)} ${show(match)} ${show(value)}: ${role ?? show(arn)}`;
