import { type Answer } from '../exchange';
import { unsendable } from '../http/sendable';
import { internal } from './errors';

/**
 * Turns the result of a function into an answer, payload format 2.0: without `statusCode` the result itself is the body.
 *
 * @param payload what the function returned, as JSON
 * @throws HttpApiError 500 when it is malformed
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function lambdaAnswerV2(payload: string): Answer {
  const result = JSON.parse(payload) as unknown;
  if (!isReply(result)) {
    const body = typeof result === 'string' ? result : payload;
    return { status: 200, headers: [['content-type', 'application/json']], body };
  }
  const answer = { status: statusOf(result), headers: headersOf(result), body: bodyOf(result) };
  const problem = unsendable(answer);
  if (problem) throw malformed(problem);
  return answer;
}

type Reply = Readonly<Record<string, unknown>>;

const isReply = (result: unknown): result is Reply =>
  typeof result === 'object' && result !== null && !Array.isArray(result) && 'statusCode' in result;

function statusOf({ statusCode }: Reply): number {
  const status = Number(statusCode);
  if (statusCode !== '' && Number.isInteger(status) && status >= 200 && status <= 599) return status;
  throw malformed(`its statusCode is ${JSON.stringify(statusCode)}, expected 200 to 599`);
}

function headersOf({ cookies, headers }: Reply): [string, string][] {
  if (headers !== undefined && headers !== null && (typeof headers !== 'object' || Array.isArray(headers))) {
    throw malformed('its headers are not an object');
  }
  const list = Object.entries(headers ?? {}).map(([name, value]): [string, string] => {
    if (value === null || typeof value === 'object') {
      throw malformed(`its headers.${name} is ${JSON.stringify(value)}, expected a string`);
    }
    return [name, String(value)];
  });
  if (!list.some(([name]) => name.toLowerCase() === 'content-type')) {
    list.push(['content-type', 'text/plain;charset=UTF-8']);
  }
  return [...list, ...cookiesOf(cookies)];
}

function cookiesOf(cookies: unknown): [string, string][] {
  if (cookies === undefined || cookies === null) return [];
  if (!Array.isArray(cookies) || !cookies.every((cookie) => typeof cookie === 'string')) {
    throw malformed('its cookies are not a list of strings');
  }
  return cookies.map((cookie: string) => ['set-cookie', cookie]);
}

function bodyOf({ body, isBase64Encoded }: Reply): Buffer | string {
  if (body === undefined || body === null) return '';
  if (typeof body !== 'string') throw malformed('its body is not a string');
  return isBase64Encoded === true ? Buffer.from(body, 'base64') : body;
}

const malformed = (why: string) => internal(`malformed Lambda response: ${why}`);
