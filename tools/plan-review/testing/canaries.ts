// eslint-disable-next-line @typescript-eslint/no-explicit-any -- secrets are put everywhere in plans
type Json = any;

/**
 * Puts a secret wherever people write one that is never printed: users, queries and fragments of URLs, free text,
 * documents, values that only one party knows, addresses of people.
 *
 * @returns how many places there were
 */
export function plantEverywhere(plan: Json, secret: string): number {
  let places = 0;
  const planted = (value: string, name: string): string => {
    const becomes = withSecret(value, name, secret);
    if (becomes !== value) places++;
    return becomes;
  };
  for (const { change } of [...(plan.resource_changes ?? []), ...(plan.resource_drift ?? [])])
    for (const side of ['before', 'after']) change[side] = mapTexts(change[side], '', planted);
  return places;
}

function withSecret(value: string, name: string, secret: string): string {
  if (/^https?:\/\/[^$]/.test(value)) return `${value.replace('://', `://${secret}:x@`)}?key=${secret}#${secret}`;
  if (/^[^\s@]+@[\w-]+\.[\w.]+$/.test(value)) return `${secret}@example.com`;
  if (name === 'policy' || name === 'inline_policy' || name === 'assume_role_policy') return inPolicy(value, secret);
  return FREE_TEXT.test(name) && value !== '' ? `${value} ${secret}` : value;
}

const FREE_TEXT =
  /description|comment|message|subject|template|expression|^username$|^(variables|tags|tags_all|stage_variables|provider_details|client_metadata|validation_data)\.|mapping_rule\.value$|\.email|phone/;

/** Names of tables are no principal, action or account. */
const inPolicy = (policy: string, secret: string): string =>
  policy.replaceAll(/(table|secret|parameter|stream|log-group)([/:])([\w-]+)/g, `$1$2${secret}`);

function mapTexts(value: Json, name: string, map: (value: string, name: string) => string): Json {
  if (typeof value === 'string') return map(value, name);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, name, map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      mapTexts(item, MAPS.has(name) ? `${name}.${key}` : pathOf(name, key), map),
    ]),
  );
}

const MAPS = new Set(['variables', 'tags', 'tags_all', 'stage_variables', 'provider_details', 'client_metadata']);
const pathOf = (parent: string, key: string): string => (parent === 'mapping_rule' ? `${parent}.${key}` : key);
