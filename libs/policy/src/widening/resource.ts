import { type Policies } from '../model';
import { accountIn, accountOf } from '../principal';
import { allRights, nothing } from './constants';
import { compare } from './compare';
import { defaultPolicy, kinds } from './kinds';
import { type ResourceChange, type Undecided, type Widening } from './model';
import { representatives } from './principals';
import { readAll, type ReadPolicies } from './read';
import { ofApi, partsOf } from './resources';
import { resourceSide, rulesIn } from './sides';
import { undecidedOf } from './undecided';

export function resourceGains(change: ResourceChange): Widening {
  const { arn, type } = change;
  if (!change.after) return nothing;
  const account = change.account ?? (arn === undefined ? undefined : accountIn(arn));
  const { anonymous, isAsked, kind } = kinds[type];
  const read = { before: readResource(change, 'before', account), after: readResource(change, 'after', account) };
  const rules = {
    before: rulesIn(read.before.policies, ofApi(arn)),
    after: rulesIn(read.after.policies, ofApi(arn)),
  };
  const policies = [...read.before.policies, ...read.after.policies];
  const { gains, unsettled } = compare({
    account,
    principals: representatives(policies, { account, anonymous }),
    side: (side, holder) => resourceSide(rules[side], holder, { account, isAsked }),
    policies: (side, { principal }) => policiesFor(read[side], !isAsked && accountOf(principal) === account),
    resources: partsOf(kind === 'trust' ? undefined : arn),
  });
  return { gains, escalations: [], undecided: [...undecidedOf([read.before], [read.after]), ...unsettled] };
}

function readResource(change: ResourceChange, side: Undecided['side'], account: string | undefined) {
  const policy = change[side] === 'none' ? defaultPolicy(change, side, account) : change[side];
  return readAll(kinds[change.type].kind, side, policy ? [policy] : []);
}

/** The policy, for a principal whose own policies allow all where they are asked. */
function policiesFor({ documents }: ReadPolicies, isOwn: boolean): Policies | undefined {
  return documents && { identity: isOwn ? [] : [allRights], ...(documents[0] && { resource: documents[0] }) };
}
