import { type Cors } from './cors';

/** What a page sends with a signed request, beside `Authorization`. */
const signed = ['X-Amz-Content-Sha256', 'X-Amz-Date', 'X-Amz-Security-Token'];

/**
 * CORS of a path whose routes take signed requests: with the headers of a signature, whatever the author allows.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-elements.html
 */
export function withSignedHeaders<Options extends Pick<Cors, 'allowHeaders'>>(cors: Options): Options {
  const known = new Set(cors.allowHeaders.map((header) => header.toLowerCase()));
  const missing = signed.filter((header) => !known.has(header.toLowerCase()));
  return { ...cors, allowHeaders: [...cors.allowHeaders, ...missing] };
}
