import { Token } from 'cdktf';

/** Whether a value is known when Terraform runs only, also as the element that stands for a list: `variable.listValue[0]`. */
export const isLate = (value: unknown): boolean => Token.isUnresolved(value) || Token.isUnresolved([value]);

/** A number in a text, also one that is not known yet. */
export const numberText = (value: number): string =>
  Token.isUnresolved(value) ? Token.asString(value) : String(value);
