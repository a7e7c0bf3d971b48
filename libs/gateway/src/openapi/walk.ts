import { isObject } from '@gatehouse/checks';
import { type Members, type Path } from './document';

/** Objects in which keys are names that authors choose, such as those of properties, and mean nothing by themselves. */
const namesBelow = new Set([
  'callbacks',
  'content',
  'definitions',
  'encoding',
  'examples',
  'headers',
  'links',
  'mapping',
  'parameters',
  'paths',
  'patternProperties',
  'properties',
  'requestBodies',
  'responses',
  'schemas',
  'scopes',
  'securitySchemes',
  'variables',
]);

/** Whatever an author wants: data, not OpenAPI. */
const data = new Set(['default', 'enum', 'example', 'value']);

/** Visits every object of a document whose keys are OpenAPI's own, or those of extensions. */
export function walk(value: unknown, visit: (members: Members, path: Path) => void): void {
  const seen = new Set<unknown>();

  function enter(inner: unknown, path: Path, areNames: boolean): void {
    if (typeof inner !== 'object' || inner === null || seen.has(inner)) return;
    seen.add(inner);
    if (Array.isArray(inner)) inner.forEach((item, index) => enter(item, [...path, index], false));
    if (!isObject(inner)) return;
    if (!areNames) visit(inner, path);
    for (const [key, child] of Object.entries(inner)) {
      if (areNames) enter(child, [...path, key], false);
      else if (!data.has(key) && !key.startsWith('x-')) enter(child, [...path, key], namesBelow.has(key));
    }
  }

  enter(value, [], false);
}
