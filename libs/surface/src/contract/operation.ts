import type { HttpRoute, RestRoute, Unknown } from '../model';
import { isUnknown } from '../model/value';
import type { Route } from '../access/route';
import { texts } from '../access/text';

/** An operation, or any other part of the document. */
export type Members = Readonly<Record<string, unknown>>;

/** What a route says of its requests and answers, beside who may call it. */
export type Described = RestRoute<Unknown> | HttpRoute<Unknown>;

/** One verb of a path, for people and for generators of clients. */
export function operationOf(route: Route, described: Described, verb: string, names: ReadonlySet<string>): Members {
  const { guard } = route;
  const rest = 'requestModels' in described ? described : undefined;
  const guarded = !isUnknown(guard) && guard.kind !== 'none';
  const scopes = !isUnknown(guard) && guard.scopes !== undefined ? texts(guard.scopes) : [];
  return {
    operationId: operationId(route, rest, verb),
    ...(descriptionOf(route, scopes) && { description: descriptionOf(route, scopes) }),
    ...parametersOf(route.path ?? '/', rest),
    ...bodyOf(rest, names),
    responses: { ...declared(rest, names), ...refusals({ guarded, checked: rest?.validator !== undefined }) },
    security: securityOf(route),
  };
}

/** Who may call, in a sentence. */
function descriptionOf({ customCallers, guard, iamCallers, publicReason }: Route, scopes: readonly string[]): string {
  if (isUnknown(guard)) return '';
  if (scopes.length > 0) return `Needs an access token with the scope ${scopes.join(' or ')}.`;
  if (guard.kind === 'cognito') return 'Needs an ID token.';
  if (guard.kind === 'iam') return `Needs a request signed with AWS credentials. Callers: ${iamCallers ?? 'not said'}.`;
  if (guard.kind === 'custom') return `Callers: ${customCallers ?? 'not said'}.`;
  return guard.kind === 'none' && publicReason !== undefined ? `Public: ${publicReason}.` : '';
}

/** `getReportsById`, unless the author names the operation. */
function operationId({ path = '' }: Route, rest: RestRoute<Unknown> | undefined, verb: string): string {
  const name = rest?.operationName;
  if (typeof name === 'string' && rest?.method !== 'ANY') return name;
  const words = path
    .replace(/\{(\w+)\+?\}/g, 'by-$1')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  return verb + (words.length === 0 ? 'Root' : words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(''));
}

function parametersOf(path: string, rest: RestRoute<Unknown> | undefined): Members {
  const names = [...path.matchAll(/\{([^}+]+)\+?\}/g)].map(([, name = '']) => name);
  const table = rest === undefined || isUnknown(rest.requestParameters) ? {} : rest.requestParameters;
  // Sorted: the same however the routes are written.
  const others = Object.entries(table)
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .flatMap(([key, required]) => {
      const [, place, name] = /^method\.request\.(header|querystring)\.(.+)$/.exec(key) ?? [];
      // OpenAPI says of these headers elsewhere.
      if (place === undefined || /^(authorization|accept|content-type)$/i.test(name ?? '')) return [];
      return [
        { name, in: place === 'header' ? 'header' : 'query', required: required === true, schema: { type: 'string' } },
      ];
    });
  const inPath = names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const parameters = [...inPath, ...others];
  return parameters.length === 0 ? {} : { parameters };
}

function bodyOf(rest: RestRoute<Unknown> | undefined, names: ReadonlySet<string>): Members {
  const content = rest && contentOf(rest.requestModels, names);
  return content === undefined ? {} : { requestBody: { required: true, content } };
}

/** `$default` stands for every content type that is not named; beside others it refuses them. */
function contentOf(models: RestRoute<Unknown>['requestModels'], names: ReadonlySet<string>): Members | undefined {
  if (isUnknown(models)) return undefined;
  const isNamed = Object.keys(models).some((type) => type !== '$default');
  const entries = Object.entries(models).flatMap(([type, model]) => {
    if (isNamed && type === '$default') return [];
    const name = isUnknown(model) ? model.references?.[0]?.split('.')[1] : model;
    const known = [...names].find((each) => each === name || snake(each) === name);
    if (known === undefined) return [];
    return [[type === '$default' ? 'application/json' : type, { schema: { $ref: `#/components/schemas/${known}` } }]];
  });
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as Members);
}

function declared(rest: RestRoute<Unknown> | undefined, names: ReadonlySet<string>): Members {
  const responses = (rest?.responses ?? []).flatMap(({ models, responseParameters, statusCode }) => {
    if (isUnknown(statusCode) || !/^[1-5]\d\d$/.test(statusCode)) return [];
    const content = models && contentOf(models, names);
    const headers = isUnknown(responseParameters) ? [] : Object.keys(responseParameters).flatMap(headerIn);
    const described = {
      description: statusCode,
      ...(headers.length > 0 && { headers: Object.fromEntries(headers) }),
      ...(content && { content }),
    };
    return [[statusCode, described] as const];
  });
  return responses.length > 0
    ? Object.fromEntries(responses)
    : { default: { description: 'What the backend answers' } };
}

const headerIn = (key: string) => {
  const name = /^method\.response\.header\.(.+)$/.exec(key)?.[1];
  return name === undefined ? [] : [[name, { schema: { type: 'string' } }] as const];
};

/** What API Gateway itself answers. */
function refusals({ checked, guarded }: { checked: boolean; guarded: boolean }): Members {
  const refusal = (name: string) => ({ $ref: `#/components/responses/${name}` });
  return {
    ...(checked && { 400: refusal('BadRequest') }),
    ...(guarded && { 401: refusal('Unauthorized'), 403: refusal('Forbidden') }),
    429: refusal('TooManyRequests'),
  };
}

function securityOf({ apiKeyRequired, authorizer, guard }: Route): Members[] {
  const requirement = {
    ...(authorizer !== undefined && { [schemeName(authorizer.name)]: [] }),
    ...(!isUnknown(guard) && guard.kind === 'iam' && { sigv4: [] }),
    ...(apiKeyRequired === true && { api_key: [] }),
  };
  return Object.keys(requirement).length === 0 ? [] : [requirement];
}

/** Name of a scheme: letters, digits and . _ - only. */
export const schemeName = (name: string | Unknown): string =>
  isUnknown(name) ? 'authorizer' : name.replace(/[^\w.-]/g, '_');

/** Models refer to each other by their Terraform names until they are made. */
const snake = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
