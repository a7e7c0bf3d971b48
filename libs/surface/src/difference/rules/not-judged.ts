import type { PlannedChange } from '../../changes/planned-change';
import { differenceRule, type Violation } from '../../findings/rule';
import { openArguments } from '../../verdicts/open-arguments';
import { Together } from '../../verdicts/together';
import type { TypeEntry } from '../../verdicts/verdict-table';
import { bodyParts } from '../body-parts';
import { hadValue } from '../hidden/had-value';
import { placeOf } from '../../model/located';
import { isUnknown } from '../../model/value';
import { boundaryWidened } from './boundary-widened';
import { cloudfrontWeaker } from './cloudfront-weaker';
import { domainRecordChanged } from './domain-record-changed';
import { functionExposed } from './function-exposed';
import { loadBalancerDoor } from './load-balancer-door';
import { loadBalancerGuardLost } from './load-balancer-guard-lost';
import { logsWeaker } from './logs-weaker';
import { settingWeaker } from './setting-weaker';
import { stateAtRisk } from './state-at-risk';
import type { Comparison } from '../comparison';
import { unknownsIn } from '../../terraform/convert';

export const notJudged = differenceRule({
  id: 'not-judged',
  severity: 'medium',
  title: 'Change that no rule judges',
  why: 'Access, data or an address can depend on it, and no rule can tell whether it got worse.',
  remediation: 'Review the change by hand. If it is fine, suppress this finding, or give the argument a verdict.',
  page: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/permissions-management.html',
  find: (comparison) => {
    const together = new Together(comparison.changes, comparison.verdicts);
    const reported = reportedBy(comparison);
    return [...comparison.changes, ...bodyParts(comparison)].flatMap((change) => {
      const entry = comparison.verdicts.of(change.type);
      return entry ? (found(change, entry, comparison, { together, reported }) ?? []) : [];
    });
  },
});

function found(
  change: PlannedChange,
  entry: TypeEntry,
  comparison: Comparison,
  { together, reported }: { readonly together: Together; readonly reported: IsReported },
): Violation | undefined {
  const { address, type } = change;
  const isOpen = (path: string) => !entry.partly(path).some((rule) => reported(rule, change));
  const whole = isOpen(change.action === 'create' ? 'created' : 'deleted')
    ? wholeOf(change, entry, together)
    : undefined;
  const names = argumentsOf(change, entry, comparison).filter(isOpen);
  if (whole === undefined && names.length === 0) return undefined;
  const sentences = [
    ...(whole === undefined ? [] : [`${address} is ${PAST[change.action]}: ${whole}.`]),
    ...(names.length === 0
      ? []
      : [`${change.action === 'create' ? 'New' : 'Changed'} in ${address}: ${names.join(', ')}.`]),
  ];
  const reasons = new Set(names.flatMap((name) => entry.whyByHand(name) ?? []));
  return {
    at: change,
    subject: address,
    of: [...(whole === undefined ? [] : [PAST[change.action] ?? change.action]), ...names],
    message: [...sentences, 'No rule judges that.', ...reasons].join(' '),
    remediation: `Review it by hand. If it is fine, suppress this finding, or add a verdict: ${example(type, names, change)}.`,
  };
}

/** Rules that judge some of what has no verdict. */
const PARTLY = [
  boundaryWidened,
  cloudfrontWeaker,
  domainRecordChanged,
  functionExposed,
  loadBalancerDoor,
  loadBalancerGuardLost,
  logsWeaker,
  settingWeaker,
  stateAtRisk,
];

/** Whether a rule reports something of a change; it is asked once, and only where a verdict names it. */
function reportedBy(comparison: Comparison): IsReported {
  const places = new Map<string, ReadonlySet<string>>();
  return (rule, change) => {
    const known =
      places.get(rule) ??
      new Set(
        PARTLY.find(({ id }) => id === rule)
          ?.find(comparison)
          .map(({ at }) => placeOf(at)),
      );
    places.set(rule, known);
    return known.has(placeOf(change));
  };
}

type IsReported = (rule: string, change: PlannedChange) => boolean;

const hasAll = (values: PlannedChange['before'], when: Readonly<Record<string, unknown>> = {}): boolean =>
  Object.entries(when).every(([name, value]) => isUnknown(values?.[name]) || values?.[name] === value);

/** What the creation or the end of it means, where nobody judges it. */
function wholeOf(change: PlannedChange, { created, deleted }: TypeEntry, together: Together): string | undefined {
  const verdict = change.action === 'create' ? created : ends(change) ? deleted : undefined;
  if (verdict?.without === undefined || !hasAll(change.before, verdict.when)) return undefined;
  if (verdict.of !== undefined && together.isWithOwner(change, verdict.of)) return undefined;
  return together.isMoved(change) ? undefined : verdict.without;
}

/** Of a replacement its cause is reported, unless it was asked for: then what was there counts. */
const ends = ({ action, replacePaths }: PlannedChange): boolean =>
  action === 'delete' || (action.startsWith('replace') && replacePaths.length === 0);

function argumentsOf(change: PlannedChange, entry: TypeEntry, comparison: Comparison): readonly string[] {
  if (!ALTERING.has(change.action) || change.deposed !== undefined) return [];
  return openArguments(change, entry, (before, after) => {
    const had = JSON.stringify(before ?? null);
    return unknownsIn(after).some((value) => !hadValue(change, value, had, comparison));
  });
}

const ALTERING = new Set(['create', 'update', 'replace', 'replace-and-forget']);

const PAST: Readonly<Record<string, string>> = {
  create: 'new',
  delete: 'deleted',
  replace: 'replaced',
  'replace-and-forget': 'replaced',
};

/** As it is written in a policy file. */
function example(type: string, names: readonly string[], { action }: PlannedChange): string {
  const why = 'why';
  const verdicts =
    names.length > 0
      ? { harmless: Object.fromEntries(names.map((name) => [name, why])) }
      : { [action === 'create' ? 'created' : 'deleted']: { harmless: why } };
  return JSON.stringify({ verdicts: { [type]: verdicts } });
}
