import { didYouMean } from '@gatehouse/checks';
import { type ParsedRoute } from '../route/route-key';
import { type Members, type OpenApiDocument, type Path } from './document';
import { type Operation } from './operations';

/** @throws ConstructError for a parameter that is none, that the path does not have, or that is there twice. */
export function checkParameters(
  document: OpenApiDocument,
  list: readonly Members[],
  route: ParsedRoute,
  path: Path,
): void {
  const seen = new Set<string>();
  list.forEach(({ in: place, name, required }, index) => {
    const at = [...path, 'parameters', index];
    document.check(typeof name === 'string' && name !== '', [...at, 'name'], 'the name of the parameter', name);
    document.check(inWords.includes(String(place)), [...at, 'in'], `one of ${inWords.join(', ')}`, place);
    const fixed = required === undefined || typeof required === 'boolean';
    document.check(fixed, [...at, 'required'], 'true or false', required);
    const once = !seen.has(`${String(place)} ${name}`);
    document.check(once, at, 'each parameter once', name, 'Remove one of the two');
    seen.add(`${String(place)} ${name}`);
    const there = place !== 'path' || route.parameters.includes(name);
    const fix = didYouMean(name, route.parameters) ?? 'Correct the name, or add {parameter} to the path';
    document.check(there, [...at, 'name'], `a {parameter} of ${route.path}`, name, fix);
  });
}

/** Where a parameter may be; API Gateway passes over cookies. */
const inWords = ['path', 'query', 'header', 'cookie'];

const places: Readonly<Record<string, string>> = { path: 'path', query: 'querystring', header: 'header' };

/** Parameters of an operation in API Gateway's words: `method.request.querystring.page`. */
export function parameterNames({ parameters }: Operation): string[] {
  return parameters.flatMap((parameter) => {
    const place = places[String(parameter['in'])];
    return place === undefined ? [] : [`method.request.${place}.${String(parameter['name'])}`];
  });
}

/**
 * The operation with all of its parameters, those of its path as well, and with the ones that tell kept
 * answers apart: API Gateway refuses a key that is no declared parameter.
 */
export function withParameters(operation: Operation, cacheKeys: readonly string[]): Members {
  const known = new Set(parameterNames(operation));
  const missing = cacheKeys
    .filter((key) => !known.has(key))
    .map((key) => declaredParameter(key, key.startsWith('method.request.path.')));
  const parameters = [...operation.parameters, ...missing];
  return { ...operation.value, ...(parameters.length > 0 && { parameters }) };
}

/** A parameter in API Gateway's words as OpenAPI declares it. */
export function declaredParameter(key: string, required: boolean): Members {
  const [, , place = '', ...name] = key.split('.');
  return { name: name.join('.'), in: place === 'querystring' ? 'query' : place, required, schema: { type: 'string' } };
}
