import { widening, type Gain, type Widening } from '@gatehouse/policy';
import type { Comparison } from '../difference/comparison';
import { nameOf, placeOf } from '../model/located';
import type { Catalog } from '../terraform/catalog';
import { ownAccounts } from '../terraform/own-accounts';
import type { Resource } from '../terraform/resource';
import { holderOf, type Holder } from './holders';
import { identitiesOf } from './identities';
import { isSameAttached, type Attached, type Identity } from './identity';
import { isHidden, namedPolicies, policyOf, withoutHiddenSame, type NamedPolicies } from './policies-of';
import { isSameValue } from './same-value';
import { withoutDetached } from './taken-away';

/** What an identity can do that it could not do before. */
export interface Gained extends Widening {
  readonly identity: Identity;
  /** Made by this plan: nobody had it. */
  readonly isNew: boolean;
  /** What the boundary lets through of all there is; absent: it has none that the plan shows. */
  readonly limit?: Widening;
  /** The policy that gives it, or that denied it. */
  readonly giverOf: (gain: Gain) => Attached | undefined;
  /** Policies whose content the plan does not show, or not all of it. */
  readonly hidden: readonly HiddenPolicy[];
}

export interface HiddenPolicy {
  readonly policy: Attached;
  readonly reason: string;
}

const MADE = new WeakMap<Comparison, readonly Gained[]>();

/** Everyone whose policies change, with what they gain by it. */
export function gainsOfIdentities(comparison: Comparison): readonly Gained[] {
  const known = MADE.get(comparison) ?? (touchesIam(comparison) ? read(comparison) : []);
  MADE.set(comparison, known);
  return known;
}

/** Most plans change nothing of IAM, of however many roles. */
export const touchesIam = ({ changes }: Comparison): boolean =>
  changes.some(({ action, type }) => action !== 'no-op' && /^aws_(cloudformation|iam|ssoadmin)_/.test(type));

function read({ changeAt, resources }: Comparison): readonly Gained[] {
  // What Terraform lets go of stays.
  const isGone = ({ resource }: Identity) => resource !== undefined && !changeAt(resource)?.action.endsWith('forget');
  const was = identitiesOf(resources.before);
  const becomes = withoutDetached(identitiesOf(resources.after), was, { changeAt });
  const identities = [...new Set([...becomes.keys(), ...was.keys()])].flatMap((key) => {
    const [before, after] = [was.get(key), becomes.get(key)];
    const identity = after ?? before;
    // Who is gone can do nothing.
    if (!identity || (before && !after?.resource && isGone(before))) return [];
    if (before && after && isUntouched(before, after)) return [];
    return [{ identity, sides: { before, after, was, becomes } }];
  });
  return [...identities, ...ofPolicies(resources, was, becomes)].flatMap(({ identity, sides }) => {
    const found = gainedBy(identity, sides, resources);
    return found.gains.length + found.hidden.length > 0 ? [found] : [];
  });
}

/** All that a role can do after the plan, as if it were a gain. */
export const allRightsOf = (comparison: Pick<Comparison, 'resources'>, role: Resource): Gained | undefined =>
  gainsBetween(comparison, undefined, role);

/** What one role can do after the plan that another one cannot; of one that the plan does not have, nothing is known. */
export function gainsBetween(
  { resources }: Pick<Comparison, 'resources'>,
  less: Resource | undefined,
  more: Resource,
): Gained | undefined {
  return between(resources, less && holderOf('role', less), holderOf('role', more));
}

/** All that a user can do after the plan, as if it were a gain. */
export const gainsOfHolder = ({ resources }: Pick<Comparison, 'resources'>, holder: Holder): Gained | undefined =>
  between(resources, undefined, holder);

function between(resources: Comparison['resources'], less: Holder | undefined, more: Holder): Gained | undefined {
  const becomes = identitiesOf(resources.after);
  const identity = becomes.get(more.key);
  if (!identity) return undefined;
  const before = less && becomes.get(less.key);
  const found = gainedBy(identity, { before, after: identity, was: becomes, becomes }, resources);
  return { ...found, isNew: false };
}

/** Policies that change and that nobody in the plan has: who has them is somewhere else. */
function ofPolicies(
  { after, before }: Comparison['resources'],
  was: Sides['was'],
  becomes: Sides['becomes'],
): { readonly identity: Identity; readonly sides: Sides }[] {
  const used = new Set(
    [...becomes.values()].flatMap(({ boundary, policies }) => [...policies, boundary].map((each) => each?.policy)),
  );
  const earlier = new Map(before.managed('aws_iam_policy').map((policy) => [placeOf(policy), policy]));
  return after.managed('aws_iam_policy').flatMap((policy) => {
    const old = earlier.get(placeOf(policy));
    if (used.has(policy) || (old && isSameValue(old.raw('policy'), policy.raw('policy')))) return [];
    const identity = policyItself(policy);
    return [{ identity, sides: { before: old && policyItself(old), after: identity, was, becomes } }];
  });
}

const policyItself = (policy: Resource): Identity => ({
  kind: 'policy',
  name: nameOf({ name: policy.peek('name'), address: policy.address }),
  resource: policy,
  policies: [{ from: policy, policy, value: policy.raw('policy') }],
  groups: new Map(),
});

const isUntouched = (before: Identity, after: Identity): boolean =>
  before.policies.length === after.policies.length &&
  before.groups.size === after.groups.size &&
  [...after.groups.keys()].every((group) => before.groups.has(group)) &&
  after.policies.every((each, index) => {
    const other = before.policies[index];
    return other ? isSameAttached(each, other) : false;
  });

interface Sides {
  readonly before: Identity | undefined;
  readonly after: Identity | undefined;
  readonly was: ReadonlyMap<string, Identity>;
  readonly becomes: ReadonlyMap<string, Identity>;
}

function gainedBy(identity: Identity, sides: Sides, resources: Comparison['resources']): Gained {
  const { after, before } = sides;
  const isNew = after?.resource !== undefined && before?.resource === undefined;
  const old = [...(before?.policies ?? []), ...ofGroups(sides, 'before')];
  const now = [...(after?.policies ?? []), ...ofGroups(sides, 'after')];
  // What a boundary lets through that it did not before is a change of its own.
  const boundary = after?.boundary && isReadable(after.boundary) ? after.boundary : undefined;
  const named = {
    before: namedPolicies(withoutHiddenSame(old, now), boundary, resources.before),
    after: namedPolicies(withoutHiddenSame(now, old), boundary, resources.after),
  };
  const found = wideningOf(identity, isNew, named, resources.after);
  return {
    ...found,
    identity,
    isNew,
    ...(boundary && { limit: limitOf(boundary, resources.after) }),
    giverOf: ({ lostDeny, statement }) => named[lostDeny ? 'before' : 'after'].named.get(statement.policy),
    hidden: found.undecided.flatMap(({ policy, reason, side }): HiddenPolicy[] => {
      const hidden = side === 'after' ? named.after.named.get(policy) : undefined;
      return hidden ? [{ policy: hidden, reason }] : [];
    }),
  };
}

/** As if a boundary were a policy: what is cut by it reaches no further. */
const limitOf = (boundary: Attached, catalog: Catalog): Widening =>
  widening({
    kind: 'identity',
    name: 'those whose boundary it is',
    before: { policies: [] },
    after: { policies: [policyOf(boundary, catalog, 'the boundary')] },
  });

function wideningOf(
  { kind, name, resource }: Identity,
  isNew: boolean,
  { after, before }: Readonly<Record<'before' | 'after', NamedPolicies>>,
  catalog: Catalog,
): Widening {
  const arn = resource?.peek('arn');
  const account = resource && ownAccounts(catalog).of(resource);
  return widening({
    kind: 'identity',
    name: `${kind} ${name}`,
    ...(typeof arn === 'string' && arn.includes(':iam:') ? { arn } : {}),
    account,
    ...(isNew ? {} : { before: before.of }),
    after: after.of,
  });
}

/** The parts of a boundary that cannot be read, and stay, limit nothing for certain. */
export const isReadable = (boundary: Attached): boolean =>
  !isHidden(boundary) && (boundary.value !== undefined || /:iam::aws:policy\//.test(boundary.arn ?? ''));

/** What a user has by its groups; what the policies of a group give is a gain of the group. */
function ofGroups({ after, becomes, before, was }: Sides, side: 'before' | 'after'): readonly Attached[] {
  const of = side === 'before' ? before : after;
  return [...(of?.groups ?? [])].flatMap(([key, from]) => {
    const group = side === 'before' && !after?.groups.has(key) ? was.get(key) : (becomes.get(key) ?? was.get(key));
    if (!group) return [{ from, arn: `the policies of ${key}` }];
    const stays = before?.groups.has(key) && after?.groups.has(key);
    return group.policies.map((policy) => (stays ? policy : { ...policy, from }));
  });
}
