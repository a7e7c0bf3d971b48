import { isUnknown, shownEndpoint, shownUrl, type PlannedChange } from '@gatehouse/surface';
import type { AttributeReview } from '../model/review';
import { shorten } from '../text/shorten';
import { ENDPOINTS, PRINTABLE, URLS } from './printable-attributes';

const LONGEST = 160;

/** Of the arguments that change, those that may be printed, with their values in words. */
export function printableAttributes(change: PlannedChange): AttributeReview[] {
  const { type, action, changed, before, after } = change;
  if (changed.length === 0) return [];
  const allowed = PATHS.get(type);
  const found: AttributeReview[] = [];
  for (const name of changed) {
    const was = before?.[name];
    const becomes = after?.[name];
    // What the provider chooses for something that is new says nothing.
    if (action !== 'update' && isUnknown(becomes) && !becomes.sensitive && !becomes.references) continue;
    const inners = allowed?.get(name);
    if (inners) for (const inner of inners) found.push(...differences(name, inner, was, becomes));
    else if (isFlag(was, after === undefined, becomes) || isFlag(becomes, before === undefined, was))
      found.push({ name, before: word(name, was), after: word(name, becomes) });
  }
  return found.filter(({ before, after }) => before !== after);
}

/** True or false on one side and nothing else than that on the other. */
const isFlag = (value: unknown, alone: boolean, other: unknown): boolean =>
  typeof value === 'boolean' &&
  (alone || typeof other === 'boolean' || other === undefined || other === null || isUnknown(other));

function differences(name: string, inner: Inner, was: unknown, becomes: unknown): AttributeReview[] {
  if (inner === undefined) return [{ name, before: word(name, was), after: word(name, becomes) }];
  const [one, other] = [block(was), block(becomes)];
  const keys = inner === '*' ? [...new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})])] : [inner];
  return keys.map((key) => {
    const place = `${name}.${key}`;
    return {
      name: place,
      before: word(place, isUnknown(was) ? was : one?.[key]),
      after: word(place, isUnknown(becomes) ? becomes : other?.[key]),
    };
  });
}

/** A value that may be printed; `undefined` is not set. Objects are never printed. */
function word(path: string, value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (isUnknown(value)) return value.sensitive ? '(secret)' : '(known after apply)';
  if (typeof value === 'string') return shorten(presentable(path, value), LONGEST);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return '(not shown)';
  if (value.length === 0) return undefined;
  return shorten(value.map((item) => word(path, item) ?? '(empty)').join(', '), LONGEST);
}

function presentable(path: string, value: string): string {
  if (URLS.has(path)) return shownUrl(value);
  return ENDPOINTS.has(path) ? shownEndpoint(value) : value;
}

/** A block that occurs once is a list of one in a plan. */
function block(value: unknown): Record<string, unknown> | undefined {
  const single: unknown = Array.isArray(value) ? value[0] : value;
  return typeof single === 'object' && single !== null && !isUnknown(single)
    ? (single as Record<string, unknown>)
    : undefined;
}

/** A key below an argument; nothing: the argument itself. */
type Inner = string | undefined;

/** By type, then by argument. */
const PATHS: ReadonlyMap<string, ReadonlyMap<string, readonly Inner[]>> = new Map(
  Object.entries(PRINTABLE).map(([type, paths]) => {
    const byName = new Map<string, Inner[]>();
    for (const path of paths) {
      const [name = '', inner] = path.split('.');
      byName.set(name, [...(byName.get(name) ?? []), inner]);
    }
    return [type, byName];
  }),
);
