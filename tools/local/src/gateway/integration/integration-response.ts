import { UserError } from '@gatehouse/cli-kit';
import { type IntegrationResponse, type RestRoute } from '@gatehouse/surface';
import { configurationError } from '../errors';
import { type Answer, type Exchange } from '../exchange';
import { header, mediaType, setHeader } from '../headers';
import { headerValue } from '../http/sendable';
import { mappedValue } from '../substitute';
import { readJsonText } from '../read-json';
import { convert } from './content-handling';
import { mappingTemplate, type Override, type Template } from './mapping-template';
import { firstAccepted, isBinary } from './media-types';

/** What a backend answered, before the integration response shapes it. */
export interface BackendAnswer {
  readonly status: number;
  /** What chooses the integration response, where it is not the status. */
  readonly selector?: string;
  /** Names and values in turn. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer | string;
}

/**
 * Chooses the integration response by status code, or by the message of a function's error, and makes the method's answer of
 * it: declared headers only, template, overrides.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-integration-settings-integration-response.html
 */
export function integrationResponses(route: RestRoute, responses: readonly IntegrationResponse[]) {
  const shapes = responses.map((response) => ({
    response,
    pattern: patternOf(response, route),
    templates: Object.entries(response.responseTemplates).map(([type, source]) => {
      const where = `${route.address} response template ${response.statusCode} ${type}`;
      return [type, mappingTemplate(source, where)] as const;
    }),
    declared: declaredHeaders(route, response.statusCode),
  }));
  return (backend: BackendAnswer, exchange: Exchange, override: Override): Answer => {
    const selector = backend.selector ?? String(backend.status);
    const shape = shapes.find(({ pattern }) => pattern?.test(selector)) ?? shapes.find(({ pattern }) => !pattern);
    if (!shape) {
      throw configurationError(`no integration response matches "${selector}" and there is no default one`);
    }
    const [type, template] = chooseTemplate(shape.templates, exchange);
    const payload = converted(backend, shape.response.contentHandling, exchange);
    const body = template ? template(exchange, payload.toString(), override) : payload;
    const headers: [string, string][] = [['Content-Type', type]];
    for (const [name, expression] of Object.entries(shape.response.responseParameters)) {
      const value = shape.declared.has(name) ? responseValue(expression, backend, exchange) : undefined;
      if (value !== undefined) setHeader(headers, name.replace('method.response.header.', ''), headerValue(value));
    }
    for (const [name, value] of Object.entries(override.header)) setHeader(headers, name, headerValue(String(value)));
    return { status: overriddenStatus(override) ?? Number(shape.response.statusCode), headers, body };
  };
}

function patternOf({ selectionPattern, statusCode }: IntegrationResponse, { address }: RestRoute): RegExp | undefined {
  if (!selectionPattern) return undefined;
  try {
    return new RegExp(`^(?:${selectionPattern})$`, 's');
  } catch (error) {
    const why = (error as Error).message;
    const what = `selection_pattern of integration response ${statusCode}`;
    throw new UserError(`${address}: ${what} is not a regular expression: ${why}`, { cause: error });
  }
}

function converted(
  { body, rawHeaders }: BackendAnswer,
  handling: IntegrationResponse['contentHandling'],
  { request, served }: Exchange,
): Buffer | string {
  const { binaryMediaTypes } = served.deployment.api;
  const accepted = firstAccepted(header(request.rawHeaders, 'accept'));
  const wanted = isBinary(binaryMediaTypes, accepted) ? 'binary' : 'text';
  return convert(body, isBinary(binaryMediaTypes, header(rawHeaders, 'content-type')), handling, wanted);
}

const declaredHeaders = (route: RestRoute, statusCode: string): ReadonlySet<string> =>
  new Set(
    route.responses
      .filter((response) => response.statusCode === statusCode)
      .flatMap(({ responseParameters }) => Object.keys(responseParameters ?? {})),
  );

function chooseTemplate(templates: readonly (readonly [string, Template])[], { request }: Exchange) {
  const accepted = mediaType(firstAccepted(header(request.rawHeaders, 'accept')) ?? '');
  const chosen =
    templates.find(([type]) => type === accepted) ??
    templates.find(([type]) => type === 'application/json') ??
    templates[0];
  return chosen ?? (['application/json', undefined] as const);
}

function responseValue(expression: string, backend: BackendAnswer, exchange: Exchange): string | undefined {
  const prefix = 'integration.response.header.';
  if (expression.startsWith(prefix)) return header(backend.rawHeaders, expression.slice(prefix.length));
  const inBody = 'integration.response.body';
  if (expression === inBody) return backend.body.toString();
  if (expression.startsWith(`${inBody}.`))
    return readJsonText(backend.body.toString(), expression.slice(inBody.length + 1));
  return mappedValue(expression, exchange);
}

/** AWS ignores an override that is not an integer from 100 to 599. */
function overriddenStatus({ status }: Override): number | undefined {
  return typeof status === 'number' && Number.isInteger(status) && status >= 100 && status <= 599 ? status : undefined;
}
