import { widening, type Gain } from '@gatehouse/policy';
import type { PlannedChange } from '../changes/planned-change';
import type { Severity } from '../findings/finding';
import type { Violation } from '../findings/rule';
import { isUnknown } from '../model/value';
import { NO_ACCOUNT } from '../resource-policies/policy-document';
import { reachOf, type Reach } from '../resource-policies/reach';
import type { Trusted } from '../trusted';
import { isObject } from '../terraform/unreadable';
import { isPolicy, leavesOf } from './leaves';

/** What policies in a change let whom do that they could not do before, one finding for each argument. */
export const policiesIn = (change: PlannedChange, own: string | undefined, trusted: Trusted): readonly Violation[] =>
  leavesOf(change).flatMap(({ path, before, after }) => {
    if (isUnknown(after) || !isPolicyText(after)) return [];
    const { gains, kind } = gainsOf(change, isPolicyText(before) ? before : undefined, after, own);
    const found = gains.flatMap((gain) => {
      const severity = kind === 'resource' ? ofReach(gain, reachOf(gain, own, trusted)) : ofRights(gain);
      return severity === undefined ? [] : [{ gain, severity }];
    });
    const worst = (['critical', 'high', 'medium'] as const).find((each) =>
      found.some(({ severity }) => severity === each),
    );
    if (worst === undefined) return [];
    const actions = [...new Set(found.flatMap(({ gain }) => gain.actions))].slice(0, 5).join(', ');
    const who = kind === 'resource' ? whoOf(found.map(({ gain }) => gain)) : 'Who has the policy';
    return [
      {
        at: change,
        subject: change.address,
        severity: worst,
        message: `${who} can do ${actions} by the policy in ${path} of ${change.address}.`,
        after: actions,
        of: [`${path} ${actions}`],
      },
    ];
  });

function gainsOf({ address }: PlannedChange, before: unknown, after: unknown, own: string | undefined) {
  const name = `policy of ${address}`;
  const attached = (document: unknown) => (document === undefined ? ('none' as const) : { name, document });
  if (statementsIn(after).some((statement) => 'Principal' in statement || 'NotPrincipal' in statement)) {
    const side = { before: attached(before), after: attached(after) };
    return {
      kind: 'resource' as const,
      ...widening({ kind: 'resource', type: 'other', name: address, account: own ?? NO_ACCOUNT, ...side }),
    };
  }
  const policies = (document: unknown) => ({ policies: document === undefined ? [] : [{ name, document }] });
  const side = { before: policies(before), after: policies(after) };
  return {
    kind: 'identity' as const,
    ...widening({ kind: 'identity', name: address, account: own ?? NO_ACCOUNT, ...side }),
  };
}

function ofReach({ lostDeny }: Gain, reach: Reach): Severity | undefined {
  if (lostDeny) return 'high';
  if (reach === 'public' || reach === 'unknown') return 'critical';
  if (reach === 'own') return undefined;
  return reach === 'customers' || reach === 'vpc' ? 'medium' : 'high';
}

const ofRights = ({ broad }: Gain): Severity | undefined =>
  broad.everything || broad.services.length > 0 ? 'high' : broad.sweeping ? 'medium' : undefined;

function whoOf(gains: readonly Gain[]): string {
  const accounts = gains.flatMap(({ who }) =>
    who.flatMap((each) => ('account' in each && each.account ? [each.account] : [])),
  );
  if (gains.some(({ broad }) => broad.public)) return 'Anyone';
  return accounts.length > 0 ? `Account ${[...new Set(accounts)].join(', ')}` : 'Others';
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
