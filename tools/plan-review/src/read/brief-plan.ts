import { isAscii } from 'node:buffer';
import { isNoise } from '@gatehouse/surface/noise';
import { fieldsOf, type Fields } from '../digest/values';
import { readState } from './brief-state';
import { endOfObject, readEntries, readEntry, type Entry, type PlanBytes, type Read } from './entries';

/**
 * Parses a plan as Terraform prints it, without what it says twice: of a large one most is the values that it plans, drift that
 * says nothing, and the state of what has a change of its own. These are found by their bytes: a quote after a comma begins a
 * name, since in a text it would have a backslash before it. Whether it is the name that is meant, is seen afterwards: a mark
 * stands in its place.
 *
 * @returns nothing where it looks otherwise; then the whole has to be parsed
 */
export function parseBrief(bytes: Buffer): Fields | undefined {
  if (bytes[0] !== OPEN) return undefined;
  try {
    return parsed(new Parts(bytes));
  } catch {
    return undefined;
  }
}

function parsed(parts: Parts): Fields | undefined {
  const isCut = parts.cut(PLANNED);
  const drift = parts.list([DRIFT], readDrift);
  const known = new Set<unknown>();
  const changes = parts.list([CHANGES], (bytes, at) => {
    const read = readEntry(bytes, at);
    addresses(read[0], known);
    return read;
  });
  const state = parts.list(STATE, (bytes, at) => readState(bytes, at, known), CONFIGURATION);
  const plan = parts.rest();
  const module = fieldsOf(fieldsOf(fieldsOf(plan['prior_state'])['values'])['root_module']);
  const isWhole =
    (!isCut || plan['planned_values'] === MARKED) &&
    (!drift || put(plan, 'resource_drift', drift)) &&
    (!changes || put(plan, 'resource_changes', changes)) &&
    (!state || put(module, 'resources', state));
  return isWhole ? plan : undefined;
}

const PLANNED = Buffer.from(',"planned_values":{');
const DRIFT = Buffer.from(',"resource_drift":[{');
const CHANGES = Buffer.from(',"resource_changes":[{');
const STATE = [Buffer.from(',"prior_state":{'), Buffer.from('"root_module":{"resources":[{')];
const CONFIGURATION = Buffer.from(',"configuration":{');
const MARK = '"(left out by plan-review)"';
const MARKED: unknown = JSON.parse(MARK);
const OPEN = 0x7b;

type ReadAt = (plan: PlanBytes, at: number) => Read;

/** Text of a plan, of which parts are taken out from front to back. */
class Parts implements PlanBytes {
  readonly encoding: 'latin1' | 'utf8';
  private done = 0;
  private kept = '';

  constructor(readonly bytes: Buffer) {
    // Terraform escapes nearly all that is not ASCII.
    this.encoding = isAscii(bytes) ? 'latin1' : 'utf8';
  }

  /** @returns whether there is such an object */
  cut(name: Buffer): boolean {
    const start = this.find([name]);
    if (start > 0) this.leaveOut(start, endOfObject(this.bytes, start));
    return start > 0;
  }

  /** @param before it is not looked for behind that */
  list(names: readonly Buffer[], read: ReadAt, before?: Buffer): readonly Entry[] | undefined {
    const start = this.find(names, before && this.bytes.indexOf(before, this.done));
    if (start === 0) return undefined;
    const found: Entry[] = [];
    const end = readEntries(this, start, (at) => {
      const each = read(this, at);
      found.push(each[0]);
      return each;
    });
    this.leaveOut(start - 1, end);
    return found;
  }

  rest(): Record<string, unknown> {
    return JSON.parse(this.kept + this.text(this.done, this.bytes.length)) as Record<string, unknown>;
  }

  /** @returns where the last of these ends, less one; 0 if one is not there */
  private find(names: readonly Buffer[], before = -1): number {
    let at = this.done;
    for (const name of names) {
      const found = this.bytes.indexOf(name, at);
      if (found < 0 || (before >= 0 && found > before)) return 0;
      at = found + name.length - 1;
    }
    return at;
  }

  private leaveOut(start: number, end: number): void {
    this.kept += this.text(this.done, start) + MARK;
    this.done = end;
  }

  private text(start: number, end: number): string {
    return this.bytes.toString(this.encoding, start, end);
  }
}

/** Says nothing, as what it stands for. */
const NOISE: Entry = { change: { actions: ['update'], before: {}, after: {}, after_unknown: {} } };

function readDrift(plan: PlanBytes, start: number): Read {
  const read = readEntry(plan, start);
  return isNoise(read[0]) ? [NOISE, read[1]] : read;
}

/** Of what is not read from the state. */
function addresses({ address, previous_address: previous, deposed }: Entry, known: Set<unknown>): void {
  if (deposed !== undefined) return;
  known.add(address);
  if (typeof previous === 'string') known.add(previous);
}

/** @returns whether it was cut out there */
function put(object: Fields, name: string, value: unknown): boolean {
  const isThere = object[name] === MARKED;
  if (isThere) (object as Record<string, unknown>)[name] = value;
  return isThere;
}
