import type { PlannedChange } from '../changes/planned-change';
import type { Violation } from '../findings/rule';
import { violationsAt } from '../findings/violations';
import { normalHost, targetOf } from './record-target';
import { nameIn } from './record-name';

type Values = PlannedChange['after'];

/** Whether authorities look there for the proof that who asks for a certificate has the name. */
export const isChallenge = ({ after }: PlannedChange): boolean =>
  ['CNAME', 'TXT'].includes(String(after?.['type'])) && nameIn(after).startsWith(CHALLENGE);

const CHALLENGE = '_acme-challenge.';

/**
 * Records that give others the proof.
 *
 * @param zones names of the plan's own zones: what is in one of them is no other's
 */
export function challenged(record: PlannedChange, zones: ReadonlySet<string>): readonly Violation[] {
  const { after, before } = record;
  const [was, now] = [before ? targetOf(before) : undefined, targetOf(after ?? {})];
  if (typeof now !== 'string') return [];
  const name = nameIn(after);
  const isName = after?.['type'] === 'CNAME';
  const isOwn = isName && [...zones].some((zone) => now === zone || now.endsWith(`.${zone}`));
  const who = isName ? `The owner of ${now}` : `Anyone who asked an authority for the text in ${name}`;
  return violationsAt(record, `record ${name}`, {
    when: now !== was && !isOwn,
    severity: before && isName ? 'high' : 'medium',
    message: `${who} can get certificates for ${name.slice(CHALLENGE.length)}.`,
    remediation: 'Remove the record, unless a certificate of yours is issued and renewed with it.',
    // The text is a proof, and says nothing to people.
    before: typeof was !== 'string' ? 'none' : isName ? was : 'a text',
    after: isName ? now : before ? 'another text' : 'a text',
  });
}

/** Records that say which authorities may issue certificates for a name. */
export function authoritiesChanged(records: readonly PlannedChange[]): readonly Violation[] {
  const made = new Map(records.flatMap(({ after }) => (isCaa(after) ? [[keyOf(after), after] as const] : [])));
  return records.flatMap((record) => {
    const { before } = record;
    if (!isCaa(before)) return [];
    const now = made.get(keyOf(before));
    const [had, has] = [before, now].map(listed);
    if (had?.join() === has?.join() && has !== undefined) return [];
    const shown = (all: readonly string[] | undefined) => all?.join(', ') ?? 'known after apply';
    const at = record.after || !now ? record : (records.find(({ after }) => after === now) ?? record);
    return violationsAt(at, `record ${nameIn(before)}`, {
      severity: 'medium',
      message: meaningOf(nameIn(before), had, has),
      remediation: 'Let the CAA record name the authorities that you get certificates of, and no others.',
      before: shown(had),
      after: now ? shown(has) : 'none',
    });
  });
}

function meaningOf(name: string, had: readonly string[] | undefined, has: readonly string[] | undefined): string {
  if (!has) return `The plan does not show which authorities may issue certificates for ${name}.`;
  const [was, now] = [issuersIn(had ?? []), issuersIn(has)];
  if (now.length === 0 && was.length > 0)
    return `Any authority may issue certificates for ${name}, unless a record of its parent names those that may.`;
  const more = now.filter((each) => !was.includes(each) && each !== NOBODY);
  if (more.length > 0) return `${more.join(' and ')} may issue certificates for ${name}, by another CAA record.`;
  const fewer = was.filter((each) => !now.includes(each) && each !== NOBODY);
  if (fewer.length > 0)
    return `${fewer.join(' and ')} may no longer issue certificates for ${name}: those that it issued are not renewed.`;
  return `The conditions under which authorities issue a certificate for ${name} change, by its CAA record.`;
}

/** `0 issue ";"` */
const NOBODY = ';';

const issuersIn = (records: readonly string[]): readonly string[] => [
  ...new Set(records.flatMap((each) => /^\d+ issue(?:wild)? "?\s*([^"]*?)\s*"?$/i.exec(each)?.[1] || [])),
];

/** Undefined: nobody knows. */
function listed(values: Values | undefined): readonly string[] | undefined {
  const records = values ? values['records'] : [];
  if (!Array.isArray(records) || records.some((each) => typeof each !== 'string')) return undefined;
  return records.map(String).sort();
}

const isCaa = (values: Values | undefined): values is NonNullable<Values> => values?.['type'] === 'CAA';

const keyOf = (values: NonNullable<Values>): string =>
  `${String(values['zone_id'])} ${normalHost(String(values['name']))}`;
