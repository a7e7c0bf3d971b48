import type { ApiCors, Cors, GatewayResponse, IntegrationResponse, List, RestRoute, Table, Unknown } from '../model';
import { locatedOf } from '../model/located';
import { isUnknown } from '../model/value';
import { optional } from '../optional';
import { originsInTemplate } from './cors-template';

const ORIGIN = 'Access-Control-Allow-Origin';

/** The CORS headers that API Gateway itself puts on answers. */
export function readApiCors(
  routes: readonly RestRoute<Unknown>[],
  gatewayResponses: readonly GatewayResponse<Unknown>[],
): ApiCors<Unknown>[] {
  const ofRoutes = routes.flatMap((route) =>
    (route.integration?.responses ?? []).flatMap((response) => {
      const cors = corsOf(response, 'method.response.header.');
      return cors ? [{ ...locatedOf(route), path: route.path, method: route.method, ...cors }] : [];
    }),
  );
  const ofErrors = gatewayResponses.flatMap((response) => {
    const cors = corsOf(response, 'gatewayresponse.header.');
    return cors ? [{ ...locatedOf(response), ...cors }] : [];
  });
  return [...ofRoutes, ...ofErrors];
}

function corsOf(
  response: Pick<IntegrationResponse<Unknown>, 'responseParameters' | 'responseTemplates'>,
  prefix: string,
): Cors<Unknown> | undefined {
  const parameters = response.responseParameters;
  if (isUnknown(parameters)) {
    return { origins: parameters, credentials: parameters, methods: parameters, headers: parameters };
  }
  const origin = headerValue(parameters, prefix, ORIGIN);
  const overridden = originsInTemplates(response.responseTemplates);
  if (origin === undefined && overridden.length === 0) return undefined;
  const fixed = origin === undefined ? [] : [isUnknown(origin) ? origin : literalOrigin(origin)];
  // A value of the backend's own is not known here.
  if (fixed.includes(undefined)) return undefined;
  const origins = [...new Set([...fixed.filter((each) => each !== undefined), ...overridden])];
  const credentials = headerValue(parameters, prefix, 'Access-Control-Allow-Credentials');
  const maxAge = headerValue(parameters, prefix, 'Access-Control-Max-Age');
  return {
    origins,
    credentials: isUnknown(credentials) ? credentials : unquote(credentials) === 'true',
    methods: listed(headerValue(parameters, prefix, 'Access-Control-Allow-Methods')),
    headers: listed(headerValue(parameters, prefix, 'Access-Control-Allow-Headers')),
    ...optional('maxAge', isUnknown(maxAge) || maxAge === undefined ? maxAge : Number(unquote(maxAge))),
  };
}

function headerValue(
  parameters: Exclude<Table<string, Unknown>, Unknown>,
  prefix: string,
  name: string,
): string | Unknown | undefined {
  const exact = parameters[prefix + name];
  if (exact !== undefined) return exact;
  const wanted = (prefix + name).toLowerCase();
  for (const key in parameters) if (key.toLowerCase() === wanted) return parameters[key];
  return undefined;
}

function originsInTemplates(templates: Table<string, Unknown>): readonly (string | Unknown)[] {
  if (isUnknown(templates)) return [];
  const found = Object.values(templates).flatMap((template): readonly (string | Unknown)[] =>
    isUnknown(template) ? [template] : originsInTemplate(template),
  );
  return [...new Set(found)];
}

/** `'https://a'` is itself; a header of the request comes back whatever it is; undefined: the backend decides. */
function literalOrigin(value: string): string | undefined {
  if (value.startsWith("'")) return unquote(value);
  return /^(method|integration)\.request\./.test(value) ? '*' : undefined;
}

const listed = (value: string | Unknown | undefined): List<string, Unknown> =>
  isUnknown(value)
    ? value
    : (unquote(value) ?? '')
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== '');

const unquote = (value: string | undefined): string | undefined => value?.replace(/^'(.*)'$/s, '$1');
