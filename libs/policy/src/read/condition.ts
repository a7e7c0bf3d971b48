import { isObject } from '@gatehouse/checks';
import { type Operator, operators } from '../condition/operators';
import { type Problems } from './problems';

/** One key of one operator: `"ForAnyValue:StringLike": { "aws:TagKeys": ["a*", "b*"] }`. */
export interface Condition {
  /** As it is written. */
  readonly name: string;
  /** `Null` asks whether the key is there, and compares nothing. */
  readonly operator: Operator | 'Null';
  readonly every?: boolean;
  readonly some?: boolean;
  readonly ifExists: boolean;
  readonly key: string;
  readonly values: readonly string[];
}

interface Place {
  readonly at: string;
  readonly variables: boolean;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export function readConditions(block: unknown, place: Place, problems: Problems): Condition[] {
  if (block === undefined) return [];
  if (!isObject(block)) {
    problems.add(place.at, 'operators, { "StringEquals": { "aws:username": "ann" } }', block);
    return [];
  }
  return Object.entries(block).flatMap(([name, keys]) => {
    const at = `${place.at}.${name}`;
    const read = readOperator(name);
    if (!read) problems.add(at, 'a condition operator of IAM', name);
    if (!isObject(keys)) problems.add(at, 'condition keys with their values', keys);
    if (!read || !isObject(keys)) return [];
    return Object.entries(keys).map(([key, value]) => {
      const values = readValues(value, read.operator, { at: `${at}.${key}`, variables: place.variables }, problems);
      return { ...read, name, key, values };
    });
  });
}

/** `ForAllValues:`, `ForAnyValue:`, the operator, `IfExists`. */
function readOperator(name: string): Omit<Condition, 'name' | 'key' | 'values'> | undefined {
  const [, set, base = '', ifExists] = /^(ForAllValues:|ForAnyValue:)?(\w+?)(IfExists)?$/.exec(name) ?? [];
  if (base === 'Null') return set || ifExists ? undefined : { operator: 'Null', ifExists: false };
  const operator = operators.get(base);
  return operator && { operator, every: set === 'ForAllValues:', some: set === 'ForAnyValue:', ifExists: !!ifExists };
}

function readValues(value: unknown, operator: Condition['operator'], place: Place, problems: Problems): string[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.map((each) => {
    const text = ['string', 'number', 'boolean'].includes(typeof each) ? String(each) : undefined;
    if (text === undefined) problems.add(place.at, 'text, a number, true or false, or a list of them', each);
    else if (operator === 'Null') {
      if (!/^(true|false)$/i.test(text)) problems.add(place.at, '"true" or "false"', each);
    } else if (!(place.variables && operator.variables && text.includes('${')) && !operator.takes(text)) {
      problems.add(place.at, operator.expected, each);
    }
    return text ?? '';
  });
}
