import { isSame } from '../changes/changed';
import type { PlannedChange } from '../changes/planned-change';
import { isUnknown } from '../model/value';
import { blocks, textsIn } from './cloudfront/behaviors';

/** Whether a trail may record fewer events of a kind: what a selector chose that no other chooses now, or that is not known. */
export const recordsLess = ({ after, before, changed }: PlannedChange): boolean =>
  Object.entries(COVERS).some(([name, covers]) => {
    const [was, now] = [before?.[name], after?.[name]];
    if (!changed.includes(name)) return false;
    return isUnknown(was) || isUnknown(now) || !isCovered(selectorsOf(name, was), selectorsOf(name, now), covers);
  });

type Selector = Readonly<Record<string, unknown>>;

/** Whether everything that the first chooses the second chooses too. */
type Covers = (was: Selector, now: Selector) => boolean;

/** Selectors choose an event when one of them does. */
const isCovered = (was: readonly Selector[], now: readonly Selector[], covers: Covers): boolean =>
  was.every((one) => now.some((other) => covers(one, other)));

const COVERS: Readonly<Record<string, Covers>> = {
  // Their conditions are not compared, only whether they are still there.
  advanced_event_selector: (was, now) => isSame(was['field_selector'], now['field_selector']),
  event_selector: (was, now) =>
    ['All', typeOf(was)].includes(typeOf(now)) &&
    (managesIn(was) === false || managesIn(now)) &&
    isPart(textsIn(now['exclude_management_event_sources']), textsIn(was['exclude_management_event_sources'])) &&
    isPart(dataOf(was), dataOf(now)),
  insight_selector: (was, now) => isSame(was['insight_type'], now['insight_type']),
};

/** Without any, a trail records management events. */
const selectorsOf = (name: string, value: unknown): readonly Selector[] => {
  const all = blocks(value);
  return all.length > 0 || name === 'insight_selector' ? all : [MANAGEMENT];
};

/** It is no advanced selector: one in its place may choose anything. */
const MANAGEMENT: Selector = { field_selector: 'management events' };

const typeOf = ({ read_write_type }: Selector): unknown => read_write_type ?? 'All';
const managesIn = ({ include_management_events }: Selector): boolean => include_management_events !== false;

const dataOf = (selector: Selector): readonly string[] =>
  blocks(selector['data_resource']).flatMap(({ type, values }) =>
    textsIn(values).map((value) => `${String(type)} ${value}`),
  );

const isPart = (some: readonly string[], all: readonly string[]): boolean => some.every((each) => all.includes(each));
