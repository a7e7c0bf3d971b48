import { plainText } from '@gatehouse/construct-kit';
import { type BindingRoute, type BoundHttpIntegration } from './integration';
import { checkPathValue } from './path-value';
import { type MappedValue } from './request-value';

/** What becomes of a header or a parameter of the query string. */
export type Change = 'remove' | { readonly append: MappedValue } | { readonly overwrite: MappedValue };

/** Changes of a request before it goes to the backend. HTTP APIs only. */
export interface RequestChanges {
  /** By name. */
  readonly headers?: Readonly<Record<string, Change>>;
  /** By name. */
  readonly querystring?: Readonly<Record<string, Change>>;
  /**
   * The path that the backend gets.
   * @default - that of the request
   */
  readonly path?: MappedValue;
}

/** What becomes of a backend's answer. HTTP APIs only. */
export interface AnswerChanges {
  /**
   * The status that callers see.
   * @default - that of the backend
   */
  readonly status?: number;
  /** By name. */
  readonly headers?: Readonly<Record<string, Change>>;
}

/** By status of the backend: `{ 404: { status: 200 } }`. */
export type AnswersChanged = Readonly<Record<number, AnswerChanges>>;

/** @throws ConstructError for a mapping of nothing, and for texts that API Gateway would read as more than text. */
export function requestParameters(route: BindingRoute, changes: RequestChanges = {}): Record<string, string> {
  const { headers = {}, path, querystring = {} } = changes;
  return {
    ...changed(route, 'header', headers),
    ...changed(route, 'querystring', querystring),
    ...(path === undefined ? {} : { 'overwrite:path': written(route, path) }),
  };
}

/** @throws ConstructError for a status that no answer has. */
export function responseParameters(
  route: BindingRoute,
  answers: AnswersChanged = {},
): Pick<BoundHttpIntegration, 'responseParameters'> {
  const written = Object.entries(answers).map(([statusCode, { headers = {}, status }]) => {
    for (const each of [Number(statusCode), status ?? 200]) {
      const isStatus = Number.isInteger(each) && each >= 200 && each <= 599;
      route.check(isStatus, 'a status from 200 to 599', each, 'Answers of a backend have no other');
    }
    const mappings = {
      ...changed(route, 'header', headers),
      ...(status === undefined ? {} : { 'overwrite:statuscode': String(status) }),
    };
    const expected = 'a status or headers to change';
    route.check(Object.keys(mappings).length > 0, expected, {}, `Say what becomes of a ${statusCode}, or remove it`);
    return { statusCode, mappings };
  });
  return written.length === 0 ? {} : { responseParameters: written };
}

/** A value in API Gateway's words. */
export function written(route: BindingRoute, value: MappedValue): string {
  if (typeof value !== 'string') {
    checkPathValue(route, value);
    return value.expression;
  }
  // `$request.…` and the like are read from the request wherever they stand.
  const isText = !/\$(request|context|stageVariables|response)\b|\$\{(request|context|stageVariables|response)/.test(
    value,
  );
  route.check(isText, 'a text that is always the same', value, 'Make it by RequestValue');
  return plainText(value);
}

function changed(
  route: BindingRoute,
  place: string,
  changes: Readonly<Record<string, Change>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(changes).map(([name, change]) => {
      // Removing takes an empty text.
      if (change === 'remove') return [`remove:${place}.${name}`, "''"];
      if ('append' in change) return [`append:${place}.${name}`, written(route, change.append)];
      return [`overwrite:${place}.${name}`, written(route, change.overwrite)];
    }),
  );
}
