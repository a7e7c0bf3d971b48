import { badGateway } from '../errors';
import { type Answer } from '../exchange';
import { unsendable } from '../http/sendable';
import { decodeBase64 as toBytes } from './content-handling';

const allowedKeys = new Set(['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded']);

interface Result {
  readonly statusCode?: number | string | null;
  readonly headers?: Readonly<Record<string, unknown>> | null;
  readonly multiValueHeaders?: Readonly<Record<string, unknown>> | null;
  readonly body?: unknown;
  readonly isBase64Encoded?: unknown;
}

/**
 * Turns the result of a Lambda proxy function into an answer. No key is required, none but the five is allowed.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-output-format
 *
 * @param payload What the function returned, as JSON.
 * @param decodeBase64 Whether a base64 body is to be sent as bytes: the client's first accepted type is a binary one.
 * @throws GatewayError 502 with the reason for the gateway's log when the result is malformed.
 */
export function lambdaAnswer(payload: string, decodeBase64: boolean): Answer {
  const result = parse(payload);
  const answer = { status: status(result), headers: headers(result), body: body(result, decodeBase64) };
  const problem = unsendable(answer);
  if (problem) throw malformed(problem);
  return answer;
}

function parse(payload: string): Result {
  const result = JSON.parse(payload) as unknown;
  if (typeof result !== 'object' || result === null || Array.isArray(result)) {
    throw malformed(`it returned ${shorten(payload)}, expected an object with statusCode, headers and body`);
  }
  const extra = Object.keys(result).filter((key) => !allowedKeys.has(key));
  if (extra.length > 0) {
    throw malformed(`its result has ${extra.join(', ')}; only ${[...allowedKeys].join(', ')} are allowed`);
  }
  return result;
}

function status({ statusCode }: Result): number {
  if (statusCode === undefined || statusCode === null) return 200;
  const code = Number(statusCode);
  // 1xx is valid JSON for a status and no answer: a client would wait on for one.
  if (Number.isInteger(code) && code >= 200 && code <= 599) return code;
  throw malformed(`its statusCode is ${JSON.stringify(statusCode)}, expected 200 to 599`);
}

/** multiValueHeaders come first and give a header its case; headers add to them. */
function headers({ headers: single, multiValueHeaders: multi }: Result): [string, string][] {
  const list: [string, string][] = [];
  const names = new Map<string, string>();
  const push = (name: string, value: string) => {
    const known = names.get(name.toLowerCase());
    if (!known) names.set(name.toLowerCase(), name);
    list.push([known ?? name, value]);
  };
  for (const [name, values] of entries('multiValueHeaders', multi)) {
    if (!Array.isArray(values)) throw malformed(`its multiValueHeaders.${name} is not a list`);
    for (const value of values) push(name, text(`multiValueHeaders.${name}`, value));
  }
  for (const [name, value] of entries('headers', single)) push(name, text(`headers.${name}`, value));
  if (!names.has('content-type')) list.push(['Content-Type', 'application/json']);
  return list;
}

function entries(what: string, map: Readonly<Record<string, unknown>> | null | undefined) {
  if (map === undefined || map === null) return [];
  if (typeof map !== 'object' || Array.isArray(map)) throw malformed(`its ${what} are not an object`);
  return Object.entries(map);
}

function text(where: string, value: unknown): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return value;
  throw malformed(`its ${where} is ${JSON.stringify(value)}, expected a string or a boolean`);
}

function body({ body: value, isBase64Encoded }: Result, decodeBase64: boolean): Buffer | string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') throw malformed(`its body is ${shorten(JSON.stringify(value))}, expected a string`);
  if (isBase64Encoded !== true || !decodeBase64) return value;
  return toBytes(value, 'its body is not base64');
}

const malformed = (why: string) => badGateway(`malformed Lambda proxy response: ${why}`);

const shorten = (value: string): string => (value.length > 100 ? `${value.slice(0, 97)}...` : value);
