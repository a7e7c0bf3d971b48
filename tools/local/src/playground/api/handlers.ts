import { type RequestsAnswer } from '@gatehouse/playground/contract';
import { type RequestLog } from '../../requests-log';
import { type Shown } from '../data/shown';
import { permissionsOf } from '../permissions/permissions';
import { Refusal } from '../server/refusal';
import { readPermissionsAsk, readTokenAsk } from './asks';
import { codesOf } from './codes';
import { spoiltToken } from './tokens';

/** What an answer is made from. */
export interface Ask {
  readonly shown: Shown;
  readonly requests: RequestLog;
  readonly query: URLSearchParams;
  /** Of a POST. */
  readonly body: unknown;
}

export interface Handler {
  readonly method: 'GET' | 'POST';
  /** @returns what is sent as JSON */
  answer(ask: Ask): unknown;
}

/** By path; `/api/data` and `/api/events` are the server's own. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  '/api/requests': { method: 'GET', answer: requestsAfter },
  '/api/codes': { method: 'GET', answer: ({ query, shown }) => codesOf(shown, query) },
  '/api/permissions': { method: 'POST', answer: ({ body, shown }) => permissionsOf(shown, readPermissionsAsk(body)) },
  '/api/tokens': { method: 'POST', answer: ({ body, shown }) => spoiltToken(shown, readTokenAsk(body)) },
};

function requestsAfter({ query, requests }: Ask): RequestsAnswer {
  const after = query.get('after') ?? '0';
  if (!/^\d{1,16}$/.test(after)) throw new Refusal(400, `after: expected a number, found ${after}.`);
  return { newest: requests.last, requests: requests.after(Number(after)) };
}
