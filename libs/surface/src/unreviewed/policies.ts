import { inWords, Unknown as NotKnown, widening, type Gain, type Widening } from '@gatehouse/policy';
import type { Severity } from '../findings/finding';
import type { Violation } from '../findings/rule';
import { documentOf } from '../iam/document';
import { listOf, rightsIn, rightsOnResource } from '../iam/words';
import { isUnknown } from '../model/value';
import { NO_ACCOUNT } from '../resource-policies/policy-document';
import { reachOf, type Reach } from '../resource-policies/reach';
import type { Trusted } from '../trusted';
import { isObject } from '../terraform/unreadable';
import { READ, type Unreviewed } from './changes';
import { hiddenHow, isPolicy, leavesOf, type Leaf } from './leaves';

/** What policies in a change let whom do that they could not do before, one finding for each argument. */
export const policiesIn = (found: Unreviewed, trusted: Trusted): readonly Violation[] =>
  READ.has(found.change.type)
    ? []
    : leavesOf(found).flatMap((leaf) => {
        const after = written(leaf, found);
        if (after instanceof NotKnown) return hidden(leaf, found);
        return isPolicyText(after) ? widened(leaf, after, found, trusted) : [];
      });

/** A policy by what it says; one that a data source of the same plan writes, by its blocks. */
function written({ name, after }: Leaf, { resource, catalog }: Unreviewed): unknown {
  if (!isUnknown(after)) return after;
  return resource && HOLDS.test(name) ? documentOf(resource, catalog, after) : undefined;
}

/** `policy`, `access_policies`, `policy_document` */
const HOLDS = /(^|_)polic(y|ies)(_(document|json|text))?$/;

function widened({ path, before }: Leaf, after: unknown, { change, own }: Unreviewed, trusted: Trusted): Violation[] {
  const { address } = change;
  const isOfResource = statementsIn(after).some((each) => 'Principal' in each || 'NotPrincipal' in each);
  const was = isPolicyText(before) ? before : undefined;
  const { gains } = gainsOf(address, was, after, { own, isOfResource });
  const found = gains.flatMap((gain) => {
    const severity = isOfResource ? ofReach(gain, reachOf(gain, own, trusted)) : ofRights(gain);
    return severity === undefined ? [] : [{ gain, severity }];
  });
  const worst = (['critical', 'high', 'medium'] as const).find((each) =>
    found.some(({ severity }) => severity === each),
  );
  if (worst === undefined) return [];
  const news = found.filter(({ severity }) => severity === worst).map(({ gain }) => gain);
  const rights = listOf(news.map(isOfResource ? rightsOnResource : rightsIn));
  const who = listOf(news.flatMap(inWords));
  return [
    {
      at: change,
      subject: address,
      severity: worst,
      message: news.every(({ lostDeny }) => lostDeny)
        ? `${path} of ${address} no longer denies ${rights}.`
        : isOfResource
          ? `${path} of ${address} lets ${who} do ${rights}.`
          : `${path} of ${address} allows ${rights}.`,
      of: [isOfResource ? `${path} ${who}: ${rights}` : `${path} ${rights}`],
    },
  ];
}

function gainsOf(
  address: string,
  before: unknown,
  after: unknown,
  { own, isOfResource }: { readonly own: string | undefined; readonly isOfResource: boolean },
): Pick<Widening, 'gains'> {
  const name = `policy of ${address}`;
  const account = own ?? NO_ACCOUNT;
  if (isOfResource) {
    const attached = (document: unknown) => (document === undefined ? ('none' as const) : { name, document });
    const side = { before: attached(before), after: attached(after) };
    return widening({ kind: 'resource', type: 'other', name: address, account, ...side });
  }
  const policies = (document: unknown) => ({ policies: document === undefined ? [] : [{ name, document }] });
  return widening({ kind: 'identity', name: address, account, before: policies(before), after: policies(after) });
}

function ofReach({ lostDeny }: Gain, reach: Reach): Severity | undefined {
  if (lostDeny) return 'high';
  if (reach === 'public' || reach === 'unknown') return 'critical';
  if (reach === 'own') return undefined;
  return reach === 'customers' || reach === 'vpc' ? 'medium' : 'high';
}

const ofRights = ({ broad, lostDeny }: Gain): Severity | undefined =>
  lostDeny || broad.everything || broad.services.length > 0
    ? 'high'
    : broad.sweeping || broad.ofAccount || broad.unconfined
      ? 'medium'
      : undefined;

/** What it says is not in the plan. */
function hidden({ path, after }: Leaf, found: Unreviewed): Violation[] {
  const how = hiddenHow(after, found);
  if (how === undefined) return [];
  const { change } = found;
  const why = how === 'secret' ? 'hidden as sensitive' : 'known only after the apply';
  return [
    {
      at: change,
      subject: change.address,
      severity: how === 'secret' ? 'high' : 'medium',
      message: `The plan does not show what ${path} of ${change.address} allows: it is ${why}.`,
      remediation: 'Write the policy with values that the plan shows, so that it can be reviewed.',
      of: [`${path} ${why}`],
    },
  ];
}

const isPolicyText = (value: unknown): boolean => isPolicy(parsed(value));

const statementsIn = (value: unknown): readonly object[] => {
  const document = parsed(value);
  const statement = isObject(document) ? document['Statement'] : undefined;
  return (Array.isArray(statement) ? statement : [statement]).filter(isObject);
};

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (!value.includes('"Statement"')) return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}
