/** By name. */
export type Tags = Readonly<Record<string, string>>;

type Block = Readonly<Record<string, unknown>>;

/** Tags that a resource gets: its own over those of its provider. What only an apply can compute is left out. */
export function tagsOf(provider: Block, { tags }: Block): Tags {
  const [defaults] = [provider['default_tags'] ?? []].flat() as { readonly tags?: unknown }[];
  const entries = Object.entries({ ...objectOf(defaults?.tags), ...objectOf(tags) });
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (isComputed(value) ? [] : [[name, String(value)] as const])),
  );
}

/** @param has what AWS says; nothing for what takes no tags */
export const hasTags = (has: Tags | undefined, wanted: Tags): boolean =>
  has === undefined || Object.entries(wanted).every(([name, value]) => has[name] === value);

/** All of them may be one expression. */
const objectOf = (tags: unknown): object => (typeof tags === 'object' && tags !== null ? tags : {});

const isComputed = (value: unknown): boolean => value === null || String(value).includes('${');
