import { readPath } from '../context';
import { readJsonText } from '../read-json';
import { headerValues } from '../headers';
import { httpContext } from './context';
import { type HttpExchange } from './exchange';

/** What a backend answered, for values of response parameters. */
export interface AnsweredBy {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/**
 * `$request.header.x`, `$request.querystring.x`, `$request.path.x`, `$request.path`, `$request.body.x`, `$response.header.x`,
 * `$response.body.x`, `$context.x`, `$stageVariables.x`; nothing where that is not there.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
 */
export function requestValue(expression: string, exchange: HttpExchange, answered?: AnsweredBy): string | undefined {
  const [, root, path = ''] = /^\$(\w+)\.(.+)$/s.exec(expression) ?? [];
  if (root === 'context') return readPath(httpContext(exchange), path);
  if (root === 'stageVariables') return exchange.served.stage.variables[path];
  if (root === 'response') return answered && responseValue(path, answered);
  return root === 'request' ? ofRequest(path, exchange) : undefined;
}

const REFERENCE =
  /\$\{((?:request|response|context|stageVariables)\.[^}]+)\}|\$((?:request|response|context|stageVariables)(?:\.[\w$-]+|\[[^\]]+\])+)/g;

/** A static text with any number of references in it; nothing where it is one reference to what is not there. */
export function mappedText(template: string, exchange: HttpExchange, answered?: AnsweredBy): string | undefined {
  let missing = false;
  const text = template.replace(REFERENCE, (_, braced?: string, bare?: string) => {
    const value = requestValue(`$${braced ?? bare}`, exchange, answered);
    missing ||= value === undefined;
    return value ?? '';
  });
  return missing && text === '' ? undefined : text;
}

function ofRequest(path: string, exchange: HttpExchange): string | undefined {
  const { pathParameters = {}, query, request } = exchange;
  if (path === 'path') return exchange.path;
  if (path === 'body') return request.body.toString('utf8');
  const at = path.search(/[.[]/);
  const name = path.slice(path[at] === '.' ? at + 1 : at);
  switch (path.slice(0, at)) {
    case 'header':
      return headerValues(request.rawHeaders, name);
    case 'querystring':
      return query.multi[name]?.join(',');
    case 'path':
      return pathParameters[name];
    case 'body':
      return readJsonText(request.body.toString('utf8'), name);
    default:
      return undefined;
  }
}

function responseValue(path: string, { body, headers }: AnsweredBy): string | undefined {
  if (path === 'body') return body;
  const name = path.slice(path.indexOf('.') + 1);
  if (path.startsWith('body.')) return readJsonText(body, name);
  const found = headers.filter(([each]) => each.toLowerCase() === name.toLowerCase());
  return found.length === 0 ? undefined : found.map(([, value]) => value).join(',');
}
