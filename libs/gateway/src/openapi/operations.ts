import { isObject } from '@gatehouse/checks';
import { type IConstruct } from 'constructs';
import { type ParsedRoute, parseRoute, type RouteKey } from '../route/route-key';
import { type Members, type OpenApiDocument } from './document';
import { checkParameters } from './parameters';

/** One verb of one path. */
export interface Operation {
  readonly route: ParsedRoute;
  /** Its key under the path: `get`, or what API Gateway calls every verb. */
  readonly member: string;
  readonly path: readonly string[];
  readonly value: Members;
  /** Of the path and of the operation, with `$ref` followed. */
  readonly parameters: readonly Members[];
}

/** What API Gateway calls the operation for every verb. */
export const anyVerb = 'x-amazon-apigateway-any-method';
const operations = ['delete', 'get', 'head', 'options', 'patch', 'post', 'put', anyVerb];
const others = ['summary', 'description', 'servers', 'parameters'];

/**
 * Every operation of a document.
 *
 * @throws ConstructError for paths and verbs that API Gateway refuses, and for what next to them might hide a route.
 */
export function operationsOf(api: IConstruct, document: OpenApiDocument): Operation[] {
  const paths = document.members(document.root, ['paths']);
  return Object.keys(paths).flatMap((path) => {
    const item = document.members(paths, ['paths', path]);
    const shared = parametersOf(document, item, ['paths', path]);
    return Object.entries(item).flatMap(([member, value]) => {
      const at = ['paths', path, member];
      if (others.includes(member) || /^x-(?!amazon-)/.test(member)) return [];
      const fix = 'API Gateway has no such operation; remove it';
      document.check(operations.includes(member), at, operations.join(', '), member, fix);
      document.check(isObject(value), at, 'an operation', value);
      const slash = 'Write it like /reports/{id}';
      document.check(path.startsWith('/'), ['paths', path], 'a path that begins with /', path, slash);
      const verb = member === anyVerb ? 'ANY' : member.toUpperCase();
      const route = parseRoute(api, `${verb} ${path}` as RouteKey);
      const own = parametersOf(document, value, at);
      checkParameters(document, own, route, at);
      checkParameters(document, shared, route, at.slice(0, -1));
      return [{ route, member, path: at, value, parameters: [...shared, ...own] }];
    });
  });
}

function parametersOf(document: OpenApiDocument, owner: Members, path: readonly string[]): Members[] {
  const list = owner['parameters'] ?? [];
  document.check(Array.isArray(list), [...path, 'parameters'], 'a list', list);
  return (list as unknown[]).map((item, index) => document.resolve(item, [...path, 'parameters', index]));
}
