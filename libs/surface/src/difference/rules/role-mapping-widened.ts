import type { IdentityPool, RoleMappingRule, Unknown } from '../../model';
import { isWhole, knownItems } from '../../model/lists';
import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import type { Found } from '../../findings/violations';
import { markOf } from '../../printable/mark';
import { show } from '../show';

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
    changed('identity pool', identityPools, (before, after, name) => [
      ...newRules(before, after).map((rule) => ({
        message: `Users whose token has ${rule.shown} get role ${rule.role} from ${name}.`,
        of: [`${rule.shown}: ${rule.role}`, rule.mark],
      })),
      ...mappings(before, after, name),
      {
        when: unchecked(before, after),
        severity: 'medium',
        message: `Users who were signed out can still get AWS credentials from ${name} with their old token.`,
        before: 'token checked with the user pool',
        after: 'not checked',
      },
    ]),
});

/** What each provider's mapping does with those whom no rule matches. */
function mappings(before: Pool, after: Pool, name: string): readonly Found[] {
  const was = new Map(knownItems(before.roleMappings).map((mapping) => [show(mapping.provider), mapping]));
  const now = new Map(knownItems(after.roleMappings).map((mapping) => [show(mapping.provider), mapping]));
  const undenied = [...was].filter(
    ([provider, { whenAmbiguous }]) =>
      whenAmbiguous === 'Deny' &&
      (now.has(provider) ? now.get(provider)?.whenAmbiguous === 'AuthenticatedRole' : isGone(after)),
  );
  const named = [...now].filter(([provider, { type }]) => type === 'Token' && was.get(provider)?.type !== 'Token');
  return [
    {
      when: undenied.length > 0,
      message: `Users whom no rule of ${name} matches get the authenticated role; they got none.`,
      before: 'Deny',
      after: 'AuthenticatedRole',
    },
    {
      when: named.length > 0,
      severity: 'medium',
      message: `Users get the role that their token names from ${name}: anyone who decides about their groups decides about the role.`,
      before: [...new Set(named.map(([provider]) => show(was.get(provider)?.type)))].join(', '),
      after: 'Token',
    },
  ];
}

/** Without a mapping all users of a provider get the authenticated role. */
const isGone = ({ roleMappings, authenticatedRole }: Pool): boolean =>
  authenticatedRole !== undefined && isWhole(roleMappings);

/** A client whose tokens were checked with the user pool, and are not any more. */
function unchecked({ userPoolClients: before }: Pool, { userPoolClients: after }: Pool): boolean {
  const checks = (list: Pool['userPoolClients'], check: boolean) =>
    knownItems(list)
      .filter(({ serverSideTokenCheck }) => serverSideTokenCheck === check)
      .map(({ providerName, clientId, client }) => `${show(providerName)} ${client ?? show(clientId)}`);
  const was = new Set(checks(before, true));
  return checks(after, false).some((client) => was.has(client));
}

interface Mapping {
  readonly shown: string;
  readonly role: string;
  readonly mark: string;
}

function newRules(before: IdentityPool<Unknown>, after: Pool): readonly Mapping[] {
  const had = new Set(rulesOf(before).map(({ mark }) => mark));
  return rulesOf(after).filter(({ mark }) => !had.has(mark));
}

const rulesOf = ({ roleMappings }: Pool): readonly Mapping[] =>
  knownItems(roleMappings).flatMap(({ rules }) => knownItems(rules).map(mappingOf));

/** `tier Equals a value`: the value may be about a person. */
function mappingOf({ claim, match, value, role, arn }: RoleMappingRule<Unknown>): Mapping {
  const given = role ?? show(arn);
  return { shown: `${show(claim)} ${show(match)} a value`, role: given, mark: markOf([claim, match, value, given]) };
}
