import { isUnknown } from '../model/value';
import type { Better } from './verdicts';

/** Whether a change goes in the direction that is known to be no worse. */
export function isBetter(better: Better | undefined, before: unknown, after: unknown): boolean {
  if (better === undefined) return false;
  if (typeof better !== 'string') return rank(better, after) >= rank(better, before) && rank(better, after) !== -1;
  if (better === 'lower' || better === 'higher') {
    if (typeof before !== 'number' || typeof after !== 'number') return false;
    return better === 'lower' ? after <= before : after >= before;
  }
  const [was, becomes] = [listOf(before), listOf(after)];
  if (!was || !becomes) return false;
  return better === 'fewer' ? includesAll(was, becomes) : includesAll(becomes, was);
}

const rank = (values: readonly unknown[], value: unknown): number => values.indexOf(value ?? null);

/** Not set is empty; a list that is not known in places is none. */
function listOf(value: unknown): readonly unknown[] | undefined {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) && !value.some(isUnknown) ? value : undefined;
}

function includesAll(all: readonly unknown[], some: readonly unknown[]): boolean {
  const known = new Set(all.map((item) => JSON.stringify(item)));
  return some.every((item) => known.has(JSON.stringify(item)));
}
