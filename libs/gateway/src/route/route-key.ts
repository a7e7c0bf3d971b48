import { ConstructError, snakeCase } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

const verbs = ['ANY', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'] as const;

/** `ANY` stands for every verb that the path has no route for. */
export type Verb = (typeof verbs)[number];

/** A verb and a path: `GET /reports/{id}`, `ANY /files/{proxy+}`. */
export type RouteKey = `${Verb} /${string}`;

export interface ParsedRoute {
  readonly key: RouteKey;
  readonly verb: Verb;
  readonly path: string;
  /** Between the slashes; none for the root. */
  readonly parts: readonly string[];
  /** Names of the path's parameters, without braces and plus. */
  readonly parameters: readonly string[];
  /** The path as a Terraform name: `/reports/{id}` is `reports_by_id`, `/` is `root`. */
  readonly pathName: string;
  /** Terraform name of the route: `get_reports_by_id`. */
  readonly name: string;
}

/**
 * @throws ConstructError for a key that is no verb and path, and for a path that API Gateway refuses.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-request.html
 */
export function parseRoute(api: IConstruct, key: RouteKey): ParsedRoute {
  const match = /^([A-Z]+) (\/.*)$/.exec(key);
  const verb = verbs.find((known) => known === match?.[1]);
  const path = match?.[2];
  if (verb === undefined || path === undefined) {
    throw refused(api, key, `one of ${verbs.join(', ')}, a space and a path that begins with /`);
  }
  const parts = path === '/' ? [] : path.slice(1).split('/');
  const parameters = checkParts(api, key, parts);
  const pathName = nameOfPath(parts);
  return { key, verb, path, parts, parameters, pathName, name: `${verb.toLowerCase()}_${pathName}` };
}

/** Terraform name of a path: `/reports/{id}` is `reports_by_id`, `/files/{proxy+}` is `files_proxy`. */
export function nameOfPath(parts: readonly string[]): string {
  if (parts.length === 0) return 'root';
  return parts.map(nameOfPart).join('_');
}

/** Whether a part stands for any text, or for the rest of the path. */
export function isVariable(part: string): boolean {
  return part.startsWith('{');
}

function nameOfPart(part: string): string {
  const name = snakeCase(part.replace(/[{}+]/g, ''));
  return isVariable(part) && !part.endsWith('+}') ? `by_${name}` : name;
}

function checkParts(api: IConstruct, key: RouteKey, parts: readonly string[]): string[] {
  const parameters: string[] = [];
  for (const [index, part] of parts.entries()) {
    if (!/^[\w.:$-]+$|^\{[\w.$-]+\+?\}$/.test(part)) {
      throw refused(
        api,
        key,
        'parts between single slashes, each letters, digits, . _ - : $ or a {parameter}, and no slash at the end',
      );
    }
    if (part.endsWith('+}') && index < parts.length - 1) {
      throw refused(api, key, `${part}, which takes the rest of the path, as the last part`);
    }
    if (!isVariable(part)) continue;
    const parameter = part.replace(/[{}+]/g, '');
    if (parameters.includes(parameter)) throw refused(api, key, `{${parameter}} once in the path`);
    parameters.push(parameter);
  }
  return parameters;
}

function refused(api: IConstruct, key: RouteKey, expected: string): ConstructError {
  return new ConstructError(api, {
    prop: 'route',
    expected,
    found: key,
    fix: 'Write it like GET /reports/{id} or ANY /files/{proxy+}',
  });
}
