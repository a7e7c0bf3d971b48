import { isObject, partOf } from './values';

/**
 * Masks of values, of a part of what is written. A block that is written once is an object there, and a list in the values.
 */
export const partsOf = (masks: readonly unknown[], key: string | number): readonly unknown[] =>
  masks.length === 0
    ? masks
    : masks.flatMap((mask) => {
        if (mask === true) return [true];
        if (Array.isArray(mask)) return typeof key === 'number' ? [mask[key]] : mask.map((item) => partOf(item, key));
        return isObject(mask) ? [typeof key === 'number' ? mask : mask[key]] : [];
      });
