import { type IConstruct } from 'constructs';
import { type ParsedRoute, parseRoute, type RouteKey } from '../route/route-key';
import { isMembers, type Members, type OpenApiDocument } from './document';

/** One verb of one path. */
export interface Operation {
  readonly route: ParsedRoute;
  /** Its key beside the path: `get`, or what API Gateway calls every verb. */
  readonly member: string;
  readonly path: readonly string[];
  readonly value: Members;
  /** Of the path and of the operation, with `$ref` followed. */
  readonly parameters: readonly Members[];
}

const verbs = ['delete', 'get', 'head', 'options', 'patch', 'post', 'put'];
const anyVerb = 'x-amazon-apigateway-any-method';
const others = ['summary', 'description', 'servers', 'parameters'];

/**
 * Every operation of a document.
 *
 * @throws GatewayError for paths and verbs that API Gateway refuses, and for whatever beside them might hide a route.
 */
export function operationsOf(api: IConstruct, document: OpenApiDocument): Operation[] {
  const paths = document.members(document.root, ['paths']);
  return Object.keys(paths).flatMap((path) => {
    const item = document.members(paths, ['paths', path]);
    const shared = parametersOf(document, item, ['paths', path]);
    return Object.entries(item).flatMap(([member, value]) => {
      const at = ['paths', path, member];
      if (!verbs.includes(member) && member !== anyVerb) {
        if (others.includes(member) || (member.startsWith('x-') && !member.startsWith('x-amazon-')))
          return [];
        const known = [...verbs, anyVerb].join(', ');
        throw document.problem(at, known, member, 'API Gateway has no such operation; remove it');
      }
      if (!isMembers(value))
        throw document.problem(at, 'an operation', value, 'Write it as OpenAPI 3.0 says');
      const verb = member === anyVerb ? 'ANY' : member.toUpperCase();
      const route = parseRoute(api, `${verb} ${path}` as RouteKey);
      return [
        { route, member, path: at, value, parameters: [...shared, ...parametersOf(document, value, at)] },
      ];
    });
  });
}

function parametersOf(document: OpenApiDocument, owner: Members, path: readonly string[]): Members[] {
  const list = owner['parameters'] ?? [];
  if (!Array.isArray(list)) {
    throw document.problem([...path, 'parameters'], 'a list', list, 'Write it as OpenAPI 3.0 says');
  }
  return list.map((item, index) => document.resolve(item, [...path, 'parameters', index]));
}
