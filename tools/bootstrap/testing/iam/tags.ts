import { type Context } from '@gatehouse/policy';
import { type Asked } from './asked';

export type Tags = Readonly<Record<string, string>>;

/** What a request for something new says: it has no tags yet, but is asked for with some. */
const tagged = (tags: Tags): Context => ({
  'aws:RequestTag/Environment': String(tags['Environment']),
});

/** Who makes something with tags must be allowed to tag it, too. */
export function making(action: string, resource: string, tagging: Asked, tags: Tags): Asked[] {
  const context = tagged(tags);
  const asked = [{ action, resource, context }];
  return Object.keys(tags).length === 0 ? asked : [...asked, { ...tagging, context }];
}

/** Tags in JSON, as a list. */
export const listedTags = (tags: unknown): Tags =>
  Object.fromEntries(((tags ?? []) as { Key: string; Value: string }[]).map(({ Key, Value }) => [Key, Value]));

/** Tags in a form: `Tags.member.1.Key`, `Tags.member.1.Value`. */
export function tagsIn(fields: URLSearchParams): Tags {
  const keys = [...fields].filter(([key]) => /^Tags\.member\.\d+\.Key$/.test(key));
  return Object.fromEntries(keys.map(([key, name]) => [name, String(fields.get(key.replace(/Key$/, 'Value')))]));
}
