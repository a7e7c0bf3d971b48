import { type JsonObject, type JsonPath, formatPath, isObject, valueAt } from './read/json';
import { type Layer, type Position, locate } from './read/layer';
import { type Environment } from './schema/environment';

/** Where a field of an environment is written. */
export interface FieldPlace extends Partial<Position> {
  readonly file: string;
  /** JSON path: `clients.app.scopes`. */
  readonly path: string;
}

interface Source {
  readonly layers: readonly Layer[];
  readonly merged: JsonObject;
}

const sources = new WeakMap<Environment, Source>();

/** Lets `fieldPlace` find the fields of an environment. */
export const rememberSource = (environment: Environment, source: Source): void => void sources.set(environment, source);

/**
 * Where a field is written, or where it would be; undefined when the environment has nothing that it belongs to.
 *
 * @param field keys joined by dots; a client may be named as its Terraform resource is, in snake case
 */
export function fieldPlace(environment: Environment, field: string): FieldPlace | undefined {
  const source = sources.get(environment);
  const merged = source?.merged ?? (environment as unknown as JsonObject);
  const path = pathOf(merged, field);
  if (path === undefined) return undefined;
  if (!source) return { file: `environments/${environment.name}.json`, path: formatPath(path) };
  const { file, line, column } = locate(source.layers, merged, { path, expected: '', fix: '' });
  return { file, ...(line !== undefined && { line, column }), path: formatPath(path) };
}

/** `environments/prod.json:12:5  identity.mfa` for each field that the environment has. */
export const showFields = (environment: Environment, fields: readonly string[] = []): string[] =>
  fields.flatMap((field) => {
    const place = fieldPlace(environment, field);
    if (!place) return [];
    const { file, line, column, path } = place;
    return `${[file, line, column].filter((part) => part !== undefined).join(':')}  ${path}`;
  });

function pathOf(root: JsonObject, field: string): JsonPath | undefined {
  const steps = field.split('.');
  const path: string[] = [];
  for (const step of steps) {
    const parent = valueAt(root, path);
    if (!isObject(parent)) return undefined;
    path.push(Object.keys(parent).find((key) => snakeCase(key) === snakeCase(step)) ?? step);
  }
  return path;
}

const snakeCase = (key: string): string => key.replaceAll('-', '_');
