import { type HttpIntegration } from '@gatehouse/surface';
import { type Answer } from '../exchange';
import { setHeader } from '../headers';
import { headerValue } from '../http/sendable';
import { type HttpExchange } from './exchange';
import { mappedText } from './values';

/** What goes to a backend, as parameter mappings change it. */
export interface Outgoing {
  readonly headers: Map<string, string[]>;
  readonly url: URL;
}

/**
 * `append|overwrite|remove:header.x`, the same of `querystring.x`, `overwrite:path`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
 */
export function mapRequest({ requestParameters }: HttpIntegration, exchange: HttpExchange, outgoing: Outgoing): void {
  for (const [key, template] of Object.entries(requestParameters)) {
    const { action, name, place } = partsOf(key);
    const value = action === 'remove' ? '' : mappedText(template, exchange);
    if (value === undefined) continue;
    if (place === 'path') outgoing.url.pathname = value.startsWith('/') ? value : `/${value}`;
    if (place === 'header') changeHeader(outgoing.headers, name, action, headerValue(value));
    if (place === 'querystring') changeQuery(outgoing.url.searchParams, name, action, value);
  }
}

/** `append|overwrite|remove:header.x` and `overwrite:statuscode`, as they are for the backend's status. */
export function mapResponse({ responses }: HttpIntegration, exchange: HttpExchange, answer: Answer): Answer {
  const found = responses.find(({ status }) => Number(status) === answer.status);
  if (found === undefined) return answer;
  const answered = { headers: [...answer.headers], body: answer.body.toString() };
  const headers = [...answer.headers];
  let { status } = answer;
  for (const [key, template] of Object.entries(found.parameters)) {
    const { action, name, place } = partsOf(key);
    const value = action === 'remove' ? '' : mappedText(template, exchange, answered);
    if (value === undefined) continue;
    if (place === 'statuscode') status = Number(value);
    if (place !== 'header') continue;
    if (action === 'append') headers.push([name, headerValue(value)]);
    else setHeader(headers, name, headerValue(value));
    if (action === 'remove') headers.pop();
  }
  return { ...answer, status, headers };
}

type Action = 'append' | 'overwrite' | 'remove';

function partsOf(key: string) {
  const [, action = '', place = '', name = ''] = /^(\w+):(\w+)(?:\.(.+))?$/.exec(key) ?? [];
  return { action: action as Action, place, name };
}

function changeHeader(headers: Outgoing['headers'], name: string, action: Action, value: string): void {
  const known = [...headers.keys()].find((each) => each.toLowerCase() === name.toLowerCase());
  const before = known === undefined ? [] : (headers.get(known) ?? []);
  if (known !== undefined) headers.delete(known);
  if (action === 'append') headers.set(known ?? name, [...before, value]);
  if (action === 'overwrite') headers.set(known ?? name, [value]);
}

function changeQuery(query: URLSearchParams, name: string, action: Action, value: string): void {
  if (action !== 'append') query.delete(name);
  if (action !== 'remove') query.append(name, value);
}
