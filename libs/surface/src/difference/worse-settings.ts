import { isEmpty, isSame } from '../changes/changed';
import { nameOfChange } from '../changes/name-of-change';
import type { PlannedChange } from '../changes/planned-change';
import type { Violation } from '../findings/rule';
import { violationsAt } from '../findings/violations';
import { isUnknown, type Unknown } from '../model/value';
import { isObject } from '../terraform/unreadable';
import { isBetter } from '../verdicts/is-better';
import { cutAlike } from '../printable/cut-alike';
import { isTextOrder, isWorseText, textOrders } from '../verdicts/text-order';
import { Together } from '../verdicts/together';
import type { Worse } from '../verdicts/verdicts';
import { bodyParts } from './body-parts';
import type { Comparison } from './comparison';
import { hadValue } from './hidden/had-value';

/** Settings that a plan makes worse, of those whose table names this rule. */
export function worseSettings(rule: string, comparison: Comparison): readonly Violation[] {
  const { changes, verdicts } = comparison;
  return [...changes, ...bodyParts(comparison)].flatMap((change) => {
    const worse = JUDGED.has(change.action) ? (verdicts.of(change.type)?.worse ?? []) : [];
    const all = worse.flatMap(([path, each]) => (each.rule === rule ? found(change, path, each, comparison) : []));
    // Several arguments of one event mean the same.
    return all.filter(({ message }, index) => all.findIndex((each) => each.message === message) === index);
  });
}

const JUDGED = new Set(['create', 'update', 'replace', 'replace-and-forget']);

function found(change: PlannedChange, path: string, worse: Worse, comparison: Comparison): readonly Violation[] {
  const { before, after } = change;
  if (!after || (before ? worse.onlyNew : worse.initially === undefined || isWithOwner(change, worse, comparison)))
    return [];
  const [old, next] = [before ? valuesAt(before, path) : [worse.initially ?? null], valuesAt(after, path)].map((all) =>
    all.map((value) => partOf(value, worse)),
  );
  const [was, now] = [old ?? [], next ?? []].map(asOne);
  const name = nameOfChange(change);
  const [from, to] = cutAlike(shown(was), shown(now));
  return violationsAt(change, change.address, {
    when: isUnknown(now)
      ? mayBeWorse(worse, was, isLikely(change, was, now, comparison) || isHiddenChange(change, path, was, now))
      : isAnyWorse(worse, old ?? [], next ?? []),
    ...(worse.severity && { severity: worse.severity }),
    message: worse.message.replaceAll('{name}', name),
    before: from,
    after: to,
  });
}

const isWithOwner = (change: PlannedChange, { of }: Worse, { changes, verdicts }: Comparison): boolean =>
  of !== undefined && new Together(changes, verdicts).isWithOwner(change, of);

/** Blocks that are ranked are compared one by one, and each with the worst of all where some came or went. */
function isAnyWorse(worse: Worse, was: readonly unknown[], now: readonly unknown[]): boolean {
  if (AS_A_WHOLE.has(worse.by)) return isWorse(worse, asOne(was), asOne(now));
  const [old, next] = [orDefault(was), orDefault(now)];
  if (old.length === next.length) return old.some((each, index) => isWorse(worse, each, next[index]));
  return next.some((each) => old.every((earlier) => isWorse(worse, earlier, each)));
}

const AS_A_WHOLE: ReadonlySet<unknown> = new Set(['changed', 'different', 'fewer', 'more', 'removed', 'set']);

/** Without a block, AWS has its default. */
const orDefault = (all: readonly unknown[]): readonly unknown[] => (all.length === 0 ? [undefined] : all);

function isWorse({ by, endless }: Worse, was: unknown, now: unknown): boolean {
  if (by === 'different') return !isSame(was, now);
  if (by === 'fewer') return !isBetter('more', was, now);
  if (by === 'more') return !isBetter('fewer', was, now);
  if (by === 'set') return !isNothing(now) && !isSame(was, now);
  if (by === 'removed') return !isNothing(was) && isNothing(now);
  if (by === 'changed') return !isNothing(was) && !isSame(was, now);
  if (by === 'lower' || by === 'higher') {
    const [old, next] = [was, now].map((each) =>
      endless !== undefined && (each ?? endless) === endless ? Infinity : each,
    );
    if (typeof old !== 'number' || typeof next !== 'number') return false;
    return by === 'lower' ? next < old : next > old;
  }
  if (isTextOrder(by)) return isWorseText(textOrders[by], was, now);
  const [from, to] = [was, now].map((value) => rankIn(by, value));
  return from !== undefined && to !== undefined && to !== -1 && to < from;
}

/** Of a value that is not known: whether there is a worse one. */
function mayBeWorse({ by }: Worse, was: unknown, isLikely: boolean): boolean {
  if (!isLikely || by === 'removed') return false;
  return (
    by === 'set' ||
    by === 'different' ||
    by === 'more' ||
    (typeof by === 'string' ? !isNothing(was) : rankIn(by, was) > 0)
  );
}

/** Not where the provider chooses it for a new one, or it is made from what the earlier value names. */
const isLikely = (change: PlannedChange, was: unknown, now: Unknown, comparison: Comparison): boolean =>
  (change.action === 'update' || now.references !== undefined || now.sensitive === true) &&
  !isUnknown(was) &&
  !hadValue(change, now, JSON.stringify(was ?? null), comparison);

/** Of a value that is hidden on both sides, the plan has only that it differs. */
const isHiddenChange = ({ changed }: PlannedChange, path: string, was: unknown, now: Unknown): boolean =>
  isUnknown(was) && was.sensitive === true && now.sensitive === true && changed.includes(path);

const rankIn = (order: readonly unknown[], value: unknown): number =>
  order.findIndex((each) => [each].flat().includes(plain(value)));

const isNothing = (value: unknown): boolean => !isUnknown(value) && isEmpty(value);

const plain = (value: unknown): unknown => (isNothing(value) && value !== false && value !== 0 ? null : value);

/** The values of a dotted argument, one for each block that it is in. */
const valuesAt = (values: Readonly<Record<string, unknown>>, path: string): readonly unknown[] =>
  path
    .split('.')
    .reduce<readonly unknown[]>(
      (level, name) =>
        level.flatMap((each) =>
          [each].flat().flatMap((item) => (isUnknown(item) ? [item] : isObject(item) ? [item[name]] : [])),
        ),
      [values],
    );

/** Of several blocks that differ there, all of them as a list. */
const asOne = (all: readonly unknown[]): unknown => (all.every((each) => isSame(each, all[0])) ? all[0] : all);

/** Text that cannot be read counts as it is. */
function partOf(value: unknown, { part }: Worse): unknown {
  if (part === undefined || typeof value !== 'string') return value;
  try {
    const document: unknown = JSON.parse(value);
    return isObject(document) ? document[part] : value;
  } catch {
    return value;
  }
}

const shown = (value: unknown): string =>
  isUnknown(value)
    ? 'known after apply'
    : isNothing(value) && value !== false
      ? 'none'
      : typeof value === 'object'
        ? 'set'
        : String(value);
