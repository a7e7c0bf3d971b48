import { type Policies, type Principal } from '../model';
import { accountOf } from '../principal';
import { allRights, nothing } from './constants';
import { compare, searchFor } from './compare';
import { escalationsOf } from './escalation/escalations';
import {
  type BoundaryChange,
  type IdentityChange,
  type IdentityPolicies,
  type Undecided,
  type Widening,
} from './model';
import { fixedKeys, principalOf, type Representative } from './principals';
import { readAll, type ReadPolicies } from './read';
import { completed } from './resources';
import { identitySide, rulesIn, type Side } from './sides';
import { undecidedOf } from './undecided';

export function identityGains(change: IdentityChange): Widening {
  const { after, before } = change;
  if (!after) return nothing;
  const read = { before: readIdentity('before', before), after: readIdentity('after', after) };
  const sides = { before: sideOf(read.before), after: sideOf(read.after) };
  const holder = holderOf(change);
  const { gains, unsettled } = compare({
    // What it asks for is of its own account, where nothing says which that is.
    account: change.account ?? accountOf(holder.principal),
    principals: [holder],
    side: (side) => sides[side],
    policies: (side) => policiesOf(read[side]),
  });
  return {
    gains,
    escalations: escalationsOf(sides.before, sides.after, searchFor(holder)),
    undecided: [...undecidedOf(Object.values(read.before), Object.values(read.after)), ...unsettled],
  };
}

/** As an identity that has all rights, whose boundary the policy is. */
export function boundaryGains({ account, after, before }: BoundaryChange): Widening {
  // Nobody has a boundary that is only being made, or removed: those who had it are changes of their own.
  if (!before || !after) return nothing;
  const with_ = (boundary: BoundaryChange['before']) => ({ policies: [allRights], boundary });
  const name = 'those whose boundary it is';
  return identityGains({ kind: 'identity', name, account, before: with_(before), after: with_(after) });
}

interface ReadIdentity {
  readonly identity: ReadPolicies;
  readonly boundary?: ReadPolicies;
}

function readIdentity(side: Undecided['side'], policies: IdentityPolicies | undefined): ReadIdentity {
  const { boundary, policies: attached = [] } = policies ?? {};
  return {
    identity: readAll('identity', side, attached),
    ...(boundary && { boundary: readAll('boundary', side, [boundary]) }),
  };
}

const sideOf = ({ boundary, identity }: ReadIdentity): Side =>
  identitySide(rulesIn(identity.policies, completed), boundary && rulesIn(boundary.policies, completed));

function policiesOf({ boundary, identity }: ReadIdentity): Policies | undefined {
  if (!identity.documents || (boundary && !boundary.documents)) return undefined;
  return { identity: identity.documents, ...(boundary && { boundary: boundary.documents?.[0] }) };
}

function holderOf({ account = '111122223333', arn, name }: IdentityChange): Representative {
  const principal: Principal = principalOf(arn ?? `arn:aws:iam::${account}:role/example`);
  return { who: { type: 'holder', name }, principal, fixed: fixedKeys(principal, arn === undefined), always: [] };
}
