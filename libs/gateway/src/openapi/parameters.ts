import { type Members } from './document';
import { type Operation } from './operations';

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
