import { type Integration } from '@gatehouse/surface';
import { type Exchange } from '../exchange';
import { headerValue } from '../http/sendable';
import { mappedValue } from '../substitute';
import { type Override } from './mapping-template';

/** What goes to a backend by name, beside the body. */
export type Parameters = Readonly<Record<'path' | 'querystring' | 'header', Readonly<Record<string, string>>>>;

/**
 * `integration.request.<place>.<name>` of an integration's request parameters, and what a template puts in their place.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-override-request-response-parameters.html
 */
export const requestParameters = (integration: Integration, exchange: Exchange, override: Override): Parameters =>
  overridden(mappedParameters(integration, exchange), override);

/** The verb that the backend is asked with. */
export const verbOf = ({ method }: Integration, { request }: Exchange): string =>
  !method || method === 'ANY' ? request.method : method;

/** Path parameters in place of `{name}` and `{name+}`. */
export const withPathParameters = (uri: string, { path }: Parameters): string =>
  uri.replace(/\{([^}+]+)\+?\}/g, (_, name: string) => path[name] ?? '');

function mappedParameters({ requestParameters: all }: Integration, exchange: Exchange): Parameters {
  const mapped: Record<keyof Parameters, Record<string, string>> = { path: {}, querystring: {}, header: {} };
  for (const [target, expression] of Object.entries(all)) {
    const [, place, name] = /^integration\.request\.(path|querystring|header)\.(.+)$/.exec(target) ?? [];
    const value = mappedValue(expression, exchange);
    if (!place || !name || value === undefined) continue;
    mapped[place as keyof Parameters][name] = place === 'header' ? headerValue(value) : value;
  }
  return mapped;
}

function overridden(mapped: Parameters, { request }: Override): Parameters {
  const texts = (place: keyof Parameters, write: (text: string) => string) => ({
    ...mapped[place],
    ...Object.fromEntries(Object.entries(request[place]).map(([name, value]) => [name, write(String(value))])),
  });
  return {
    path: texts('path', String),
    querystring: texts('querystring', String),
    header: texts('header', headerValue),
  };
}
