import { isClear } from '../digest/values';
import { endOfObject, readEntry, type PlanBytes, type Read } from './entries';

/**
 * Reads a resource of the state without what its change says already. What data sources answered, and what is secret, is looked
 * up in the state too.
 *
 * @param known addresses that have a change
 */
export function readState(plan: PlanBytes, start: number, known: ReadonlySet<unknown>): Read {
  const skipped = skip(plan, start, known);
  if (skipped) return skipped;
  const [entry, end] = readEntry(plan, start);
  const { address, mode, sensitive_values: mask } = entry;
  const isRepeated = mode !== 'data' && known.has(address) && isClear(mask);
  return [isRepeated ? { address } : entry, end];
}

/** Nearly all need not be parsed to see that. */
function skip({ bytes, encoding }: PlanBytes, start: number, known: ReadonlySet<unknown>): Read | undefined {
  const from = start + ADDRESS.length;
  const mode = bytes.indexOf(MANAGED, from);
  const address = mode - from < LONGEST ? bytes.toString(encoding, from, mode) : '';
  if (address.includes('\\') || !known.has(address)) return undefined;
  const end = endOfObject(bytes, start);
  const mask = bytes.lastIndexOf(MASK, end);
  const isMarked = mask < mode || bytes.toString('latin1', mask, end).includes('true');
  return isMarked ? undefined : [{ address }, end];
}

const ADDRESS = '{"address":"';
const MANAGED = Buffer.from('","mode":"managed",');
const MASK = Buffer.from(',"sensitive_values":{');
const LONGEST = 1000;
