import type { Unknown } from '../model';
import { isUnknown } from '../model/value';

/** OpenAPI extensions write in lower case what the API has in upper case. */
export const upperCase = (value: string | Unknown): string | Unknown =>
  isUnknown(value) ? value : value.toUpperCase();
