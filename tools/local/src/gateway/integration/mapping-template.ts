import { UserError } from '@gatehouse/cli-kit';
import { configurationError } from '../errors';
import { templateContext } from '../context';
import { type Exchange } from '../exchange';
import { headerPairs } from '../headers';
import { readJson } from '../read-json';
import { fromJson, javaText, parameterMap, velocity } from '../velocity';

/** What a template may change; shared by the request template and the response template. */
export interface Override {
  /** Of the response. */
  status?: unknown;
  /** Of the response. */
  readonly header: Record<string, unknown>;
  /** Of the request to the backend. */
  readonly request: Readonly<Record<'path' | 'querystring' | 'header', Record<string, unknown>>>;
}

export const noOverride = (): Override => ({ header: {}, request: { path: {}, querystring: {}, header: {} } });

export type Template = (exchange: Exchange, body: string, override: Override) => string;

/**
 * A mapping template in Velocity: `$input`, `$context`, `$stageVariables`, `$util`.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export function mappingTemplate(source: string, where: string): Template {
  if (!/[$#]/.test(source)) return () => source;
  const render = parseTemplate(source, where);
  return (exchange, body, override) => {
    const context = { ...templateContext(exchange), responseOverride: override, requestOverride: override.request };
    const stageVariables = exchange.served.stage.variables;
    try {
      return render({ input: input(exchange, body), context, stageVariables, util });
    } catch (error) {
      throw configurationError(`${where}: the template cannot be evaluated: ${(error as Error).message}`);
    }
  };
}

function parseTemplate(source: string, where: string): ReturnType<typeof velocity> {
  try {
    return velocity(source);
  } catch (error) {
    const why = (error as Error).message;
    throw new UserError(`${where}: the template is not Velocity: ${why}`, { cause: error });
  }
}

function input(exchange: Exchange, body: string) {
  const path = exchange.pathParameters ?? {};
  const querystring = exchange.query.single;
  const header: Record<string, string> = {};
  for (const [name, value] of headerPairs(exchange.request.rawHeaders)) header[name] = value;
  return {
    body: body === '' ? '{}' : body,
    params: (name?: string) => {
      if (name === undefined) {
        return { path: parameterMap(path), querystring: parameterMap(querystring), header: parameterMap(header) };
      }
      const holder = [path, querystring, header].find((map) => Object.hasOwn(map, name));
      return holder?.[name] ?? '';
    },
    json: (jsonPath: string) => JSON.stringify(readJson(body, jsonPath)),
    path: (jsonPath: string) => fromJson(readJson(body, jsonPath)),
  };
}

/** A function of texts; of nothing it makes nothing. */
const ofText =
  (make: (text: string) => string) =>
  (value: unknown): string | undefined =>
    value === undefined || value === null ? undefined : make(javaText(value));

const util = {
  escapeJavaScript: ofText((text) => JSON.stringify(text).slice(1, -1).replaceAll("'", "\\'")),
  parseJson: (value: string) => fromJson(JSON.parse(value) as unknown),
  urlEncode: ofText((text) => formEncoded(text)),
  urlDecode: ofText((text) => decodeURIComponent(text.replaceAll('+', ' '))),
  base64Encode: ofText((text) => Buffer.from(text).toString('base64')),
  base64Decode: ofText((text) => Buffer.from(text, 'base64').toString('utf8')),
};

/** https://docs.oracle.com/javase/8/docs/api/java/net/URLEncoder.html */
const formEncoded = (text: string): string =>
  encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replace(/[!'()~]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
