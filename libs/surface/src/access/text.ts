import type { List, Unknown } from '../model';
import { isUnknown } from '../model/value';

export const texts = (list: List<string, Unknown>): readonly string[] => (isUnknown(list) ? [list] : list).map(text);

/** What is not known by what it is made from. */
export const text = (value: string | Unknown): string =>
  isUnknown(value) ? `{${(value.references ?? []).join(' ')}}` : value;
