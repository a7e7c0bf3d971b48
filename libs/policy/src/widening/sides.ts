import { accountOf } from '../principal';
import { type Policy } from '../read/policy';
import { naming, type Representative } from './principals';
import { type Completion, type Rule, RuleList, rulesOf } from './rule';

/** What one principal may do: a request that nothing denies, and that a rule of each list of one of the ways covers. */
export interface Side {
  readonly denies: RuleList;
  readonly ways: readonly (readonly RuleList[])[];
}

/** Rules of policies. */
export interface Rules {
  readonly allows: readonly Rule[];
  readonly denies: readonly Rule[];
}

export function rulesIn(policies: readonly Policy[], complete: Completion): Rules {
  const all = policies.flatMap((policy) => rulesOf(policy, complete));
  const of = (effect: string) => all.filter(({ statement }) => statement.effect === effect);
  return { allows: of('Allow'), denies: of('Deny') };
}

/** An identity: its policies, cut by its boundary. */
export function identitySide(identity: Rules, boundary: Rules | undefined): Side {
  const denies = new RuleList([...identity.denies, ...(boundary?.denies ?? [])]);
  return { denies, ways: [[identity, ...(boundary ? [boundary] : [])].map(({ allows }) => new RuleList(allows))] };
}

/** Whose policies of their own count, too. */
export interface Owner {
  readonly account?: string;
  /** The policy of a role or of a key: without it, nobody's own policies count. */
  readonly isAsked: boolean;
}

/** What the policy of a resource lets a principal do whose own policies allow everything where they are asked. */
export function resourceSide(rules: Rules, { principal }: Representative, { account, isAsked }: Owner): Side {
  const named = (of: readonly Rule[], how: readonly (string | undefined)[]) =>
    new RuleList(of.filter(({ statement }) => how.includes(naming(statement, principal, false))));
  const home = accountOf(principal);
  const delegates = home !== undefined && (home !== account || isAsked);
  return {
    denies: named(rules.denies, ['itself', 'role', 'account']),
    ways: [[named(rules.allows, ['itself', 'role', ...(delegates ? ['account'] : [])])]],
  };
}
