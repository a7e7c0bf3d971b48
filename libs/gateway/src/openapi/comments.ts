import { isObject, openApiExtensions } from '@gatehouse/checks';
import { type Members } from './document';

/** What people read and no request sees. Names of properties and parameters may be the same words, so only strings count. */
const texts = new Set([
  'description',
  'summary',
  openApiExtensions().public,
  openApiExtensions().iam,
  openApiExtensions().custom,
]);

/** A document without what changes no answer, so that a reworded reason is no new deployment. */
export function withoutComments(document: Members): Members {
  return strip(document) as Members;
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      texts.has(key) && typeof inner === 'string' ? [] : [[key, strip(inner)]],
    ),
  );
}
