import { readPath, templateContext } from './context';
import { type Exchange } from './exchange';
import { header, headerValues } from './headers';
import { readJsonText } from './read-json';

const reference = /\$(context|stageVariables|method\.request)\.([A-Za-z0-9_]+(?:\.[A-Za-z0-9_:-]+|\['[^']*'\])*)/g;

/**
 * Puts values for `$context.…`, `$stageVariables.…` and `$method.request.…`: all that gateway response templates and access
 * log formats can do.
 */
export function substitute(
  template: string,
  exchange: Exchange,
  missing: string,
  more: Readonly<Record<string, unknown>> = {},
): string {
  const context = { ...templateContext(exchange), ...more };
  return template.replace(reference, (_whole, root: string, path: string) => {
    if (root === 'context') return readPath(context, path) ?? missing;
    if (root === 'stageVariables') return exchange.served.stage.variables[path] ?? missing;
    return methodParameter(path, exchange) ?? missing;
  });
}

interface InStage {
  readonly served: { readonly stage: { readonly variables: Readonly<Record<string, string>> } };
}

/** The URI of an integration with its `${stageVariables.…}` filled in. */
export const withStageVariables = (uri = '', { served }: InStage): string =>
  uri.replace(/\$\{stageVariables\.(\w+)\}/g, (_, name: string) => served.stage.variables[name] ?? '');

/** The value of a mapping expression: `'literal'`, `method.request.…`, `context.…` or `stageVariables.…`. */
export function mappedValue(expression: string, exchange: Exchange): string | undefined {
  const literal = /^'(.*)'$/s.exec(expression);
  if (literal) return literal[1];
  if (expression.startsWith('method.request.')) return methodParameter(expression.slice(15), exchange);
  if (expression.startsWith('context.')) return readPath(templateContext(exchange), expression.slice(8));
  if (expression.startsWith('stageVariables.')) return exchange.served.stage.variables[expression.slice(15)];
  return undefined;
}

/** `header.X`, `querystring.x`, `path.x`, `multivalueheader.X`, `multivaluequerystring.x`, `body` or `body.<JSONPath>`. */
function methodParameter(path: string, exchange: Exchange): string | undefined {
  const { request } = exchange;
  if (path === 'body') return request.body.toString('utf8');
  if (path.startsWith('body.')) return readJsonText(request.body.toString('utf8'), path.slice(5));
  const name = path.slice(path.indexOf('.') + 1);
  switch (path.slice(0, path.indexOf('.'))) {
    case 'header':
      return header(request.rawHeaders, name);
    case 'multivalueheader':
      return headerValues(request.rawHeaders, name);
    case 'querystring':
      return exchange.query.single[name];
    case 'multivaluequerystring':
      return exchange.query.multi[name]?.join(',');
    case 'path':
      return exchange.pathParameters?.[name];
    default:
      return undefined;
  }
}
