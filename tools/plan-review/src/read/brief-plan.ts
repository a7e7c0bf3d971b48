import { isAscii } from 'node:buffer';
import { isNoise } from '@gatehouse/surface/noise';
import { fieldsOf, isClear, type Fields } from '../digest/values';
import { endOfObject, readEntries, type Entry } from './entries';

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
  const drift = parts.list([DRIFT], briefDrift);
  const known = new Set<unknown>();
  const changes = parts.list([CHANGES], (entry) => {
    addresses(entry, known);
    return entry;
  });
  const state = parts.list(STATE, (entry) => briefState(entry, known), CONFIGURATION);
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

/** Text of a plan, of which parts are taken out from front to back. */
class Parts {
  private done = 0;
  private kept = '';
  private readonly encoding: 'latin1' | 'utf8';

  constructor(private readonly bytes: Buffer) {
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
  list(names: readonly Buffer[], brief: (entry: Entry) => Entry, before?: Buffer): readonly Entry[] | undefined {
    const start = this.find(names, before && this.bytes.indexOf(before, this.done));
    if (start === 0) return undefined;
    const found: Entry[] = [];
    const end = readEntries(this.bytes, start, this.encoding, (entry) => found.push(brief(entry)));
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

const briefDrift = (entry: Entry): Entry => (isNoise(entry) ? NOISE : entry);

/** A change says what there is before it. What data sources answered, and what is secret, is looked up in the state too. */
const briefState = (entry: Entry, known: ReadonlySet<unknown>): Entry => {
  const { address, mode, sensitive_values: mask } = entry;
  return mode !== 'data' && known.has(address) && isClear(mask) ? { address } : entry;
};

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
