import { widening, type AttachedPolicy, type Gain, type Undecided, type Widening } from '@gatehouse/policy';
import type { Comparison } from '../difference/comparison';
import { textOf } from '../model/value';
import type { Resource } from '../terraform/resource';
import { ownAccounts } from '../terraform/own-accounts';
import { PLACES } from '../difference/hidden/places';
import { guardedObjects, type Guarded, type Said, type Saying } from './guarded';
import { controlGiven } from './given-control';
import { lockoutIn } from './lockout';
import { isPlain } from './plain';
import { isHeldBack } from './public-access-block';
import { NO_ACCOUNT, policyDocument, settled } from './policy-document';
import { statementsOf } from './statements';

/** What a changed policy lets whom do that they could not do before. */
export interface Opened {
  readonly object: Guarded;
  /** The resource that says so. */
  readonly at: Resource;
  /** The object's account. */
  readonly account: string | undefined;
  readonly gains: readonly Gain[];
  readonly undecided: readonly Undecided[];
  /** How it shuts out those who manage the object. */
  readonly lockout?: string;
  /** Control that it gives a principal of its own account. */
  readonly control?: string;
  /** Why the plan does not show what its policy denied before, and whether there is none any more. */
  readonly unreadBefore?: { readonly reason: string; readonly isGone: boolean };
  /** Whether a public access block keeps everyone out all the same. */
  readonly isHeld?: true;
}

const MADE = new WeakMap<Comparison, readonly Opened[]>();

/** Every object whose policy changes, one entry for each resource that changes it. */
export function openedObjects(comparison: Comparison): readonly Opened[] {
  const known =
    MADE.get(comparison) ??
    guardedObjects(comparison)
      .flatMap((object) => opened(object, comparison))
      .map((each) => (isHeldBack(each, comparison.resources.after) ? { ...each, isHeld: true as const } : each));
  MADE.set(comparison, known);
  return known;
}

function opened(object: Guarded, comparison: Comparison): readonly Opened[] {
  return [...byPolicy(object, comparison), ...byStatements(object, comparison)];
}

/** The last one that is applied is what holds; each that changes is asked on its own. */
function byPolicy(object: Guarded, comparison: Comparison): readonly Opened[] {
  const { before, after } = object;
  const changing = after.policies.filter(({ changes }) => changes);
  const reading = withOwner(readingOf(object, comparison), object, changing[0]);
  const gone = before.policies.filter(({ changes }) => changes);
  const [old] = gone.length > 0 ? gone : before.policies;
  const was = old ? attached(old, 'before', reading) : standing(object, reading);
  if (changing.length > 0)
    return changing.map((saying) => asked(object, saying.from, was, attached(saying, 'after', reading), reading));
  // A policy that is taken away leaves AWS's default, whatever else says something of it.
  if (!old || gone.length === 0 || !isThere(after, before)) return [];
  return [asked(object, old.from, was, 'none', reading)];
}

function byStatements(object: Guarded, comparison: Comparison): readonly Opened[] {
  if (object.after.statements.length === 0) return [];
  const reading = readingOf(object, comparison);
  const side = (said: Said, name: 'before' | 'after') =>
    said.statements.flatMap(({ from }) =>
      statementsOf(from).map((statement) => ({
        from,
        statement: settled(from, statement, { catalog: reading[name], account: reading.account }),
      })),
    );
  const [old, now] = [side(object.before, 'before'), side(object.after, 'after')];
  const document = (all: typeof old): AttachedPolicy | 'none' =>
    all.length === 0
      ? 'none'
      : {
          name: `policy of ${object.name}`,
          document: { Version: '2012-10-17', Statement: all.map(({ statement }) => statement) },
        };
  const { gains, undecided } = ask(object, document(old), document(now), reading);
  const byResource = new Map<Resource, Gain[]>();
  for (const gain of gains) {
    const from = (gain.lostDeny ? old : now)[gain.statement.index]?.from;
    // Rule access-unknown reports a principal that is not known.
    if (from && !(isHidden(gain) && from.type in PLACES)) byResource.set(from, [...(byResource.get(from) ?? []), gain]);
  }
  const found = [...byResource].map(([at, gains]) => ({ object, at, account: reading.account, gains, undecided: [] }));
  const [first] = object.after.statements.filter(({ changes }) => changes);
  const unread = first ? unreadAfter(undecided, first.from) : [];
  if (gains.length > 0 || unread.length === 0 || !first) return found;
  return [{ object, at: first.from, account: reading.account, gains: [], undecided: unread }];
}

const isHidden = ({ lostDeny, who }: Gain): boolean => !lostDeny && who.every(({ type }) => type === 'unknown');

interface Reading {
  readonly before: Comparison['resources']['before'];
  readonly after: Comparison['resources']['after'];
  readonly account: string | undefined;
}

function readingOf(object: Guarded, { resources }: Comparison): Reading {
  const accountOf = (side: 'before' | 'after', resource: Resource | undefined) =>
    resource && ownAccounts(resources[side]).of(resource);
  const saidBy = ({ policies, statements }: Said) => [...policies, ...statements][0]?.from;
  const { before, after } = object;
  const own = [
    accountOf('after', after.owner),
    accountOf('before', before.owner),
    accountOf('before', saidBy(before)),
    accountOf('after', saidBy(after)),
  ];
  return { ...resources, account: own.find((account) => account !== undefined) };
}

/**
 * The account of a new key, where the plan does not say it otherwise: AWS refuses a key that its own account cannot manage.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
function withOwner(reading: Reading, { before, holder }: Guarded, saying: Saying | undefined): Reading {
  if (reading.account !== undefined || holder.type !== 'kms' || before.owner || !saying) return reading;
  const document = attached(saying, 'after', reading);
  const named = JSON.stringify(document).matchAll(/arn:[\w-]+:iam::(\d{12}):root/g);
  const accounts = new Set([...named].map(([, account]) => account));
  return accounts.size === 1 ? { ...reading, account: [...accounts][0] } : reading;
}

function attached({ argument, from }: Saying, side: 'before' | 'after', reading: Reading): AttachedPolicy | 'none' {
  const document = policyDocument(from, argument, { catalog: reading[side], account: reading.account });
  return document === undefined ? 'none' : { name: `policy of ${from.address}`, document };
}

/** What holds where no resource sets the policy: what the owner says that AWS has, or its default. */
function standing({ after, before, holder }: Guarded, reading: Reading): AttachedPolicy | 'none' | undefined {
  const { owner } = before;
  if (!owner) return after.owner ? undefined : 'none';
  return holder.inline === undefined
    ? 'none'
    : attached({ from: owner, argument: holder.inline, changes: false }, 'before', reading);
}

/** Whether the object is there after the plan; one that is made elsewhere stays. */
const isThere = (after: Said, before: Said): boolean => after.owner !== undefined || before.owner === undefined;

function asked(
  object: Guarded,
  at: Resource,
  before: AttachedPolicy | 'none' | undefined,
  after: AttachedPolicy | 'none',
  reading: Reading,
): Opened {
  const { gains, undecided } = ask(object, before, after, reading);
  const [was, now] = [documentOf(before), documentOf(after)];
  const lockout = lockoutIn(object.holder, object.name, was, now);
  const control = controlGiven(object, was, now, reading.account);
  const unread = undecided.find(({ reason, side }) => side === 'before' && reason !== 'known after apply');
  const unreadBefore = unread && { reason: unread.reason, isGone: after === 'none' };
  return {
    object,
    at,
    account: reading.account,
    gains,
    undecided: unreadAfter(undecided, at),
    lockout,
    control,
    unreadBefore,
  };
}

/** Rule access-unknown reports what only the apply shows, and what is sensitive. */
const unreadAfter = (undecided: readonly Undecided[], at: Resource): readonly Undecided[] =>
  undecided.filter(({ reason, side }) => side === 'after' && !(at.type in PLACES && HIDDEN.includes(reason)));

const HIDDEN = ['known after apply', 'sensitive'];

function ask(
  { holder, name, before, after }: Guarded,
  was: AttachedPolicy | 'none' | undefined,
  becomes: AttachedPolicy | 'none',
  { account }: Reading,
): Pick<Widening, 'gains' | 'undecided'> {
  if (holder.type !== 'kms' && isPlain(documentOf(was), documentOf(becomes), account)) return NOTHING;
  return widening({
    kind: 'resource',
    type: holder.type,
    name: `${holder.noun} ${name}`,
    account: account ?? NO_ACCOUNT,
    arn: textOf(before.owner?.peek('arn')) ?? textOf(after.owner?.peek('arn')),
    before: was,
    after: becomes,
  });
}

const NOTHING = { gains: [], undecided: [] };

const documentOf = (policy: AttachedPolicy | 'none' | undefined): unknown =>
  policy !== undefined && policy !== 'none' && 'document' in policy ? policy.document : undefined;
