import { placeOf } from './planned';
import { Secrets } from './secrets';
import { fieldsOf, isClear, objectsIn, partOf, type Fields } from './values';

/** The secrets of a plan that may stand in its code: what a provider computed is in none. */
export function secretsOf(content: Fields, written: ReadonlyMap<string, Fields>, key: Buffer | undefined): Secrets {
  const secrets = new Secrets(key);
  for (const entry of objectsIn(content['resource_changes'])) {
    const { after, after_sensitive: mask } = fieldsOf(entry['change']);
    if (isClear(mask)) continue;
    for (const name in written.get(placeOf(entry)) ?? {}) learn(secrets, fieldsOf(after)[name], partOf(mask, name));
  }
  const declared = fieldsOf(fieldsOf(fieldsOf(content['configuration'])['root_module'])['variables']);
  for (const [name, variable] of Object.entries(fieldsOf(content['variables'])))
    if (fieldsOf(declared[name])['sensitive'] === true) secrets.learn(fieldsOf(variable)['value']);
  return secrets.ready();
}

function learn(secrets: Secrets, value: unknown, mask: unknown): void {
  if (mask === true) secrets.learn(value);
  else if (typeof mask === 'object' && mask !== null && typeof value === 'object' && value !== null)
    for (const key in mask) learn(secrets, (value as Fields)[key], (mask as Fields)[key]);
}
