import { check, isLate } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { type KnownAttributes } from './attribute';

/**
 * @param name of an attribute of the pool, as it is here
 * @throws ConstructError when the attribute holds numbers, and the value is none or beyond its limits.
 */
export function checkNumberValue(
  construct: IConstruct,
  { custom }: KnownAttributes,
  { name, prop, value }: { readonly name: string; readonly prop: string; readonly value: string },
): void {
  const attribute = custom[name];
  if (isLate(value) || (attribute?.type !== 'number' && (attribute !== undefined || name !== 'updatedAt'))) return;
  const { min = -Infinity, max = Infinity } = attribute ?? {};
  const number = Number(value);
  const holds = /^-?\d+$/.test(value) && (isLate(min) || number >= min) && (isLate(max) || number <= max);
  const limits = [min, max].every((limit) => Number.isFinite(limit) && !isLate(limit)) ? ` from ${min} to ${max}` : '';
  check(construct, holds, {
    prop,
    expected: `a whole number${limits}`,
    found: value,
    fix: 'Write a number in the limits of the attribute: Cognito refuses the user otherwise',
  });
}
