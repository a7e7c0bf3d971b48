import { COUNTED } from '@gatehouse/surface/mirrored';
import type { Lines } from './lines';
import { secretNamesOf, type Meaning } from './meaning';
import { DOCUMENT } from './policy-document';
import type { Secrets } from './secrets';
import { fieldsOf, isClear, isObject, isUnset, partOf, sortedKeys, withoutKeys, type Fields } from './values';

/** What an object that goes away is known by. */
const IDENTITY = ['id', 'arn', 'name'] as const;

/** Where the configuration of an entry is: `module.a.aws_x.y`. */
export const placeOf = ({ module_address: module, mode, type, name }: Fields): string => {
  const own = `${mode === 'data' ? 'data.' : ''}${String(type)}.${String(name)}`;
  return typeof module === 'string' && module !== '' ? `${withoutKeys(module)}.${own}` : own;
};

/** Whether an apply does anything for it: leaving alone is nothing; taking over, renaming and reading are. */
export function isDone(entry: Fields): boolean {
  const { actions, importing } = fieldsOf(entry['change']);
  return String(actions) !== 'no-op' || typeof entry['previous_address'] === 'string' || isObject(importing);
}

/** What is done to single resources: entries of `resource_changes`, and changes that are deferred. */
export class Planned {
  /** Arguments that become a secret, or another one. */
  readonly secretChanges: string[] = [];

  constructor(
    private readonly meaning: Meaning,
    private readonly secrets: Secrets,
  ) {}

  /** @param written the arguments that the configuration sets; what else differs was computed */
  add(entry: Fields, written: Fields, lines: Lines): void {
    const change = fieldsOf(entry['change']);
    const address = addressOf(entry);
    lines.add(address, 'what is done', this.headOf(entry, change));
    const { before: was, after: is, after_unknown: unknown, actions } = change;
    const before = fieldsOf(was);
    if (isObject(was) && String(actions) !== 'update') {
      for (const name of IDENTITY)
        if (!isUnset(before[name])) lines.add(address, `${name} before`, this.side(entry, change, 'before', name));
    }
    if (unknown === true) lines.add(address, 'all arguments', '{unknown}');
    else if (isObject(is)) {
      for (const name of namesIn(is, before, fieldsOf(unknown)))
        if (!COUNTED.has(name)) this.argument({ entry, change, address, name, isWritten: name in written }, lines);
    }
  }

  private argument({ entry, change, address, name, isWritten }: Argument, lines: Lines): void {
    const isNew = !isObject(change['before']);
    const [was, is] = [fieldsOf(change['before'])[name], fieldsOf(change['after'])[name]];
    const isKnown = isClear(partOf(change['after_unknown'], name));
    if (isKnown && (isNew ? isUnset(is) : isEqual(was, is))) return;
    const hidden = this.secrets.count;
    const after = this.side(entry, change, 'after', name);
    const before = isNew ? '' : this.side(entry, change, 'before', name);
    const isSecret = this.secrets.count > hidden || (isWritten && !isClear(partOf(change['after_sensitive'], name)));
    // A provider reads back in another form what was written.
    if (isKnown && before === after && !isSecret) return;
    lines.add(address, name, isWritten && !isNew ? `${before} -> ${after}` : after);
    if (isSecret) this.secretChanges.push(`${address}: ${name}`);
  }

  private headOf(entry: Fields, change: Fields): string {
    const { type, provider_name: provider, mode, deposed, previous_address: previous } = entry;
    const { actions, importing, replace_paths: paths, generated_config: generated } = change;
    const forced = Array.isArray(paths) ? paths.map((path) => this.meaning.written(path)).sort() : [];
    return this.meaning.written([type, provider, mode, deposed, previous, actions, importing, generated, forced]);
  }

  private side(entry: Fields, change: Fields, side: 'before' | 'after', name: string): string {
    const value = fieldsOf(change[side])[name];
    const unknown = side === 'after' ? partOf(change['after_unknown'], name) : undefined;
    const [was, is] = [partOf(change['before_sensitive'], name), partOf(change['after_sensitive'], name)];
    const names = secretNamesOf(String(entry['type']), name);
    const isPlain = unknown === undefined && was === undefined && is === undefined && !names;
    if (isPlain && entry['type'] !== DOCUMENT) return this.meaning.state(value);
    const marks = { unknown, sensitive: [was, is], names };
    return entry['type'] === DOCUMENT && name === 'statement'
      ? this.meaning.unordered(value, marks)
      : this.meaning.value(value, marks);
  }
}

/** Names in any of them, in order. */
function namesIn(...all: readonly [Fields, ...Fields[]]): readonly string[] {
  const [first, ...others] = all;
  const names = sortedKeys(first);
  const more = others.flatMap((each) => Object.keys(each).filter((name) => !(name in first)));
  return more.length === 0 ? names : [...new Set([...names, ...more])].sort();
}

interface Argument {
  readonly entry: Fields;
  readonly change: Fields;
  readonly address: string;
  readonly name: string;
  readonly isWritten: boolean;
}

export const addressOf = (entry: Fields): string => {
  const { address = placeOf(entry), deposed } = entry;
  return deposed === undefined ? String(address) : `${String(address)} (deposed ${String(deposed)})`;
};

/** The same JSON, but for how "not set" is written. */
function isEqual(one: unknown, other: unknown): boolean {
  if (one === other || (isUnset(one) && isUnset(other))) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  if (Array.isArray(one) && one.length !== (other as readonly unknown[]).length) return false;
  const [a, b] = [one as Fields, other as Fields];
  for (const key in a) if (!(key in b) || !isEqual(a[key], b[key])) return false;
  for (const key in b) if (!(key in a)) return false;
  return true;
}
