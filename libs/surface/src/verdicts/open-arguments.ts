import { canonicalJson } from '../canonical-json';
import { isEmpty, isSame } from '../changes/changed';
import type { PlannedChange } from '../changes/planned-change';
import { isUnknown } from '../model/value';
import { unknownsIn } from '../terraform/convert';
import { isObject } from '../terraform/unreadable';
import { isBetter } from './is-better';
import type { TypeEntry } from './verdict-table';

/** Whether an unknown value may be another one than what was there. */
export type MayDiffer = (before: unknown, after: unknown) => boolean;

/** The arguments without a verdict that a change sets or alters, dotted, each once. */
export function openArguments(change: PlannedChange, entry: TypeEntry, mayDiffer: MayDiffer): readonly string[] {
  const { action, before, after, changed } = change;
  const walk = new Walk(entry, action === 'create', action !== 'update', mayDiffer);
  for (const name of changed) walk.visit(name, before?.[name], after?.[name]);
  return [...walk.open];
}

class Walk {
  readonly open = new Set<string>();

  constructor(
    private readonly entry: TypeEntry,
    private readonly isNew: boolean,
    /** The provider chooses what is not written, as it does for every new object. */
    private readonly isMade: boolean,
    private readonly mayDiffer: MayDiffer,
  ) {}

  visit(path: string, before: unknown, after: unknown): void {
    if (!this.differs(before, after)) return;
    const verdict = this.entry.verdictOf(path, this.isNew);
    if (verdict === 'without' && !isBetter(this.entry.better(path), before, after)) this.open.add(path);
    if (verdict !== 'inside') return;
    const [was, becomes] = apart(itemsOf(before), itemsOf(after));
    // Of a block that comes or goes as a whole, the rule tells that judges a part of it.
    if (itemsOf(before).length * itemsOf(after).length === 0 && this.entry.isJudgedIn(path)) return;
    const count = Math.max(was.length, becomes.length);
    // What cannot be seen may be a change of anything in it that is open.
    if (count === 0) for (const each of this.entry.openIn(path, this.isNew)) this.open.add(each);
    for (let index = 0; index < count; index++) this.inside(path, was[index] ?? {}, becomes[index] ?? {});
  }

  private inside(path: string, before: Item, after: Item): void {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
      this.visit(`${path}.${name}`, before[name], after[name]);
  }

  private differs(before: unknown, after: unknown): boolean {
    if (isUnknown(after) && !after.sensitive && !after.references && this.isMade) return false;
    if (this.isNew) return !isEmpty(after);
    if (unknownsIn(after).length > 0) return hasSecret(after) || this.mayDiffer(before, after);
    return hasSecret(before) || !isSame(before, after);
  }
}

type Item = Readonly<Record<string, unknown>>;

const hasSecret = (value: unknown): boolean => unknownsIn(value).some(({ sensitive }) => sensitive);

/** A block is a list of objects, or an object; of what is unknown nothing is seen. */
const itemsOf = (value: unknown): readonly Item[] =>
  (Array.isArray(value) ? value : [value]).filter((item): item is Item => isObject(item) && !isUnknown(item));

/** Without what is on both sides: the blocks of a set have no order. */
function apart(before: readonly Item[], after: readonly Item[]): readonly [readonly Item[], readonly Item[]] {
  if (before.length === 1 && after.length === 1) return [before, after];
  return [without(before, after), without(after, before)];
}

function without(items: readonly Item[], others: readonly Item[]): readonly Item[] {
  const left = new Map<string, number>();
  for (const key of others.map(keyOf)) left.set(key, (left.get(key) ?? 0) + 1);
  return items.filter((item) => {
    const key = keyOf(item);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

const keyOf = (item: Item): string => canonicalJson(JSON.stringify(item));
