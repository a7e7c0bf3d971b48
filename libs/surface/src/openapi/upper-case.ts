import { isUnknown, type Unknown } from '../model';

/** OpenAPI extensions write in lower case what the API has in upper case. */
export const upperCase = (value: string | Unknown): string | Unknown =>
  isUnknown(value) ? value : value.toUpperCase();
