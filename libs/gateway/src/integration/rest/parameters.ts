import { plainText } from '@gatehouse/construct-kit';
import { type BindingRoute } from '../integration';
import { type MappedValue } from '../request-value';

/** What a backend gets by name, beside the body. */
export interface MappedParameters {
  readonly headers?: Readonly<Record<string, MappedValue>>;
  readonly querystring?: Readonly<Record<string, MappedValue>>;
  /** In place of `{name}` in the URL or path of the backend. */
  readonly path?: Readonly<Record<string, MappedValue>>;
}

interface Mapped {
  /** Of the integration: `integration.request.header.X` to what it is. */
  readonly integration: Readonly<Record<string, string>>;
  /** Of the method: parts of the request that the integration uses. */
  readonly method: Readonly<Record<string, boolean>>;
}

/**
 * Parameters in the words of a REST API.
 *
 * @throws ConstructError for a parameter of the path that the route does not have, and for a text that cannot be written.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
 */
export function mappedParameters(route: BindingRoute, parameters: MappedParameters): Mapped {
  const { headers = {}, path = {}, querystring = {} } = parameters;
  const places = { header: headers, querystring, path };
  const integration = Object.entries(places).flatMap(([place, values]) =>
    Object.entries(values).map(
      ([name, value]) => [`integration.request.${place}.${name}`, written(route, value)] as const,
    ),
  );
  const used = integration.map(([, expression]) => expression).filter((text) => declared.test(text));
  return {
    integration: Object.fromEntries(integration),
    method: Object.fromEntries(used.map((name) => [name, name.startsWith('method.request.path.')])),
  };
}

/** Parts of a request that a method declares; the body is none. */
const declared = /^method\.request\.(header|path|querystring)\./;

function written(route: BindingRoute, value: MappedValue): string {
  if (typeof value === 'string') {
    route.check(!value.includes("'"), "a text without '", value, 'API Gateway cannot write it');
    return `'${plainText(value)}'`;
  }
  const { expression } = value;
  const [, parameter] = /^\$request\.path\.(.+)$/.exec(expression) ?? [];
  const isThere = parameter === undefined || route.parameters.includes(parameter);
  const fix = 'Name it in the path of the route, or remove it here';
  route.check(isThere, `parameters of the path ${route.path}`, `{${parameter}}`, fix);
  const words = expression.replace(/^\$request\./, 'method.request.').replace(/^\$(?=context\.|stageVariables\.)/, '');
  route.check(
    words !== 'method.request.path',
    'a parameter of the path',
    expression,
    "Name it, as in RequestValue.path('id')",
  );
  return words;
}
