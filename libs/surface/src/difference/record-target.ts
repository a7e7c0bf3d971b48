import type { PlannedChange } from '../changes/planned-change';
import { isUnknown } from '../model/value';
import { blocks } from './cloudfront/behaviors';

/** Where a record leads: an alias, or its values. Undefined: nobody knows. */
export function targetOf(values: NonNullable<PlannedChange['before']>): unknown {
  const [alias] = blocks(values['alias']);
  if (alias) return typeof alias['name'] === 'string' ? normalHost(alias['name']) : alias['name'];
  const { records } = values;
  if (isUnknown(records) || !Array.isArray(records) || records.some((each) => typeof each !== 'string'))
    return undefined;
  return records
    .map((each) => normalHost(String(each)))
    .sort()
    .join(', ');
}

/** Names in any case, with or without their last dot. */
export const normalHost = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/** The host names in a value, or in a list. */
export const hostsIn = (value: unknown): readonly string[] =>
  [value].flat().flatMap((each) => (typeof each === 'string' ? [normalHost(each)] : []));
