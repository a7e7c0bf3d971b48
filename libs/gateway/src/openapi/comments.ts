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

/** The same, where no name of the author's can stand. */
const ofDocument = ['externalDocs', 'tags'];
const ofInfo = ['contact', 'license', 'termsOfService'];
const ofOperation = ['deprecated', 'externalDocs', 'tags'];

/** A document without what changes no answer, so that a reworded reason is no new deployment. */
export function withoutComments({ info, paths, ...document }: Members): Members {
  return strip({
    ...(without(document, ofDocument) as Members),
    ...(info !== undefined && { info: without(info, ofInfo) }),
    ...(isObject(paths) && { paths: each(paths, (item) => each(item, (member) => without(member, ofOperation))) }),
  }) as Members;
}

function without(value: unknown, names: readonly string[]): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

function each(value: unknown, change: (member: unknown) => unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, change(member)]));
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
