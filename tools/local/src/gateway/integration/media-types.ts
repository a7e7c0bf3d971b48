import { mediaType } from '../headers';

/** Whether a media type is one of the API's binary ones: exact, `image/*` or `*` + `/*`. */
export function isBinary(binaryMediaTypes: readonly string[], value: string | undefined): boolean {
  if (!value || binaryMediaTypes.length === 0) return false;
  const type = mediaType(value);
  const family = `${type.split('/', 1)[0]}/*`;
  return binaryMediaTypes.some((candidate) => [type, family, '*/*'].includes(candidate.toLowerCase()));
}

/** The first media type of an Accept header. */
export const firstAccepted = (accept: string | undefined): string | undefined => accept?.split(',', 1)[0];
