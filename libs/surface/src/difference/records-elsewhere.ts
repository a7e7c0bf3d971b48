import type { PlannedChange } from '../changes/planned-change';
import type { Violation } from '../findings/rule';
import { violationsAt } from '../findings/violations';
import { Together } from '../verdicts/together';
import type { Comparison } from './comparison';
import { normalHost, targetOf } from './record-target';

/** Names that another host or other name servers answer for, whatever they are the names of. */
export function recordsElsewhere(comparison: Comparison): readonly Violation[] {
  const records = comparison.changesOf('aws_route53_record').filter(({ action, after }) => after && action !== 'no-op');
  if (records.length === 0) return [];
  const own = serversOf(comparison);
  const together = new Together(comparison.changes, comparison.verdicts);
  return records.flatMap((record) =>
    record.after?.['type'] === 'NS' ? delegated(record, own, together) : led(record),
  );
}

/** The name servers of the plan's own zones. */
const serversOf = ({ changesOf }: Comparison): ReadonlySet<string> =>
  new Set(
    changesOf('aws_route53_zone').flatMap(({ before, after }) => {
      const servers = (after ?? before)?.['name_servers'];
      return Array.isArray(servers)
        ? servers.flatMap((each) => (typeof each === 'string' ? [normalHost(each)] : []))
        : [];
    }),
  );

function delegated(record: PlannedChange, own: ReadonlySet<string>, together: Together): readonly Violation[] {
  const { after, before } = record;
  const [was, now] = [before ? targetOf(before) : undefined, targetOf(after ?? {})];
  // A new zone has nothing yet that its parts could be taken over from.
  if (typeof now !== 'string' || (!before && together.isWithOwner(record, 'zone_id'))) return [];
  const old = typeof was === 'string' ? was.split(', ') : [];
  const others = now.split(', ').filter((server) => !old.includes(server) && !own.has(server));
  const name = nameIn(after);
  return violationsAt(record, `record ${name}`, {
    when: others.length > 0,
    severity: before ? 'high' : 'medium',
    message: `${others.join(' and ')} ${others.length > 1 ? 'answer' : 'answers'} for every name under ${name}: who runs ${others.length > 1 ? 'them' : 'it'} can get certificates for those names.`,
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
    message: `Who asks for ${name} reaches ${now} in place of ${was}.`,
    before: was,
    after: now,
  });
}

const LEADING: ReadonlySet<unknown> = new Set(['A', 'AAAA', 'CNAME']);

const isAlias = (values: PlannedChange['after']): boolean =>
  Array.isArray(values?.['alias']) && values['alias'].length > 0;

const nameIn = (values: PlannedChange['after']): string => {
  const [full, name] = [values?.['fqdn'], values?.['name']];
  return normalHost(typeof full === 'string' ? full : typeof name === 'string' ? name : 'a name of the zone');
};
