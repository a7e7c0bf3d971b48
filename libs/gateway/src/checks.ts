import { Token } from 'cdktf';
import { type IConstruct } from 'constructs';
import { GatewayError } from './errors';

/** What a checked value is for, in the words of the error. */
interface Subject {
  readonly prop: string;
  readonly fix: string;
}

/** @throws GatewayError when `value` is known and no whole number within the limits. */
export function checkWholeNumber(
  construct: IConstruct,
  value: number,
  { prop, fix, min, max }: Subject & { readonly min: number; readonly max: number },
): void {
  if (Token.isUnresolved(value)) return;
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw new GatewayError(construct, {
    prop,
    expected: `a whole number from ${min} to ${max}`,
    found: value,
    fix,
  });
}

/** @throws GatewayError when `value` is known and does not match. */
export function checkText(
  construct: IConstruct,
  value: string,
  { prop, fix, pattern, expected }: Subject & { readonly pattern: RegExp; readonly expected: string },
): void {
  if (Token.isUnresolved(value) || pattern.test(value)) return;
  throw new GatewayError(construct, { prop, expected, found: value, fix });
}
