import type { PlannedChange } from '../changes/planned-change';
import type { Violation } from '../findings/rule';
import { violationsAt } from '../findings/violations';
import { Together } from '../verdicts/together';
import type { Comparison } from './comparison';
import { authoritiesChanged, challenged, isChallenge } from './certificate-records';
import { nameIn } from './record-name';
import { hostsIn, targetOf } from './record-target';

/** Names that another host or other name servers answer for, whatever they are the names of. */
export function recordsElsewhere(comparison: Comparison): readonly Violation[] {
  const all = comparison.changesOf('aws_route53_record');
  const records = all.filter(({ action }) => action !== 'no-op');
  if (records.length === 0) return [];
  const own = serversOf(comparison);
  const zones = zonesOf(comparison);
  const together = new Together(comparison.changes, comparison.verdicts);
  // A new zone has nothing yet that its parts could be taken over from.
  const isOfNew = (record: PlannedChange) => !record.before && together.isWithOwner(record, 'zone_id');
  return [
    ...authoritiesChanged(all.filter((record) => !isEnded(record, together))),
    ...records.flatMap((record) => {
      if (!record.after || isOfNew(record)) return [];
      if (isChallenge(record)) return challenged(record, zones);
      return record.after['type'] === 'NS' ? delegated(record, own) : led(record);
    }),
  ];
}

/** Gone with its zone. */
const isEnded = (record: PlannedChange, together: Together): boolean =>
  record.action === 'delete' && together.isWithOwner(record, 'zone_id');

const zonesOf = ({ changesOf }: Comparison): ReadonlySet<string> =>
  new Set(changesOf('aws_route53_zone').flatMap(({ after }) => hostsIn(after?.['name'])));

/** The name servers of the plan's own zones. */
const serversOf = ({ changesOf }: Comparison): ReadonlySet<string> =>
  new Set(changesOf('aws_route53_zone').flatMap(({ before, after }) => hostsIn((after ?? before)?.['name_servers'])));

function delegated(record: PlannedChange, own: ReadonlySet<string>): readonly Violation[] {
  const { after, before } = record;
  const [was, now] = [before ? targetOf(before) : undefined, targetOf(after ?? {})];
  if (typeof now !== 'string') return [];
  const old = typeof was === 'string' ? was.split(', ') : [];
  const others = now.split(', ').filter((server) => !old.includes(server) && !own.has(server));
  const name = nameIn(after);
  return violationsAt(record, `record ${name}`, {
    when: others.length > 0,
    severity: before ? 'high' : 'medium',
    message: `${others.join(' and ')} ${others.length > 1 ? 'answer' : 'answers'} for every name under ${name}: ${others.length > 1 ? 'their owners' : 'its owner'} can get certificates for those names.`,
    before: typeof was === 'string' ? was : 'none',
    after: now,
  });
}

/** Addresses change with machines; a name that stands for another one leads to who has that. */
function led(record: PlannedChange): readonly Violation[] {
  const { after, before } = record;
  const isName = [before, after].some((values) => values?.['type'] === 'CNAME' || isAlias(values));
  const [was, now] = [before ? targetOf(before) : undefined, targetOf(after ?? {})];
  if (!isName || !LEADING.has(after?.['type']) || typeof was !== 'string' || typeof now !== 'string') return [];
  const name = nameIn(after);
  return violationsAt(record, `record ${name}`, {
    when: was !== now,
    severity: 'medium',
    message: `Callers of ${name} reach ${now} in place of ${was}.`,
    before: was,
    after: now,
  });
}

const LEADING: ReadonlySet<unknown> = new Set(['A', 'AAAA', 'CNAME']);

const isAlias = (values: PlannedChange['after']): boolean =>
  Array.isArray(values?.['alias']) && values['alias'].length > 0;
