import { type ApiKey, type Route, type Stage } from '../contract';
import { type CallRequest, takesBody } from './request';
import { type Carried } from './shown';

/** What a person may change before it is sent. */
export interface Draft {
  readonly method: string;
  /** Below the stage, with the query. */
  readonly path: string;
  /** Empty: none. */
  readonly body: string;
  /** Empty: none. */
  readonly apiKey: string;
}

/** A request that reaches the route, ready to send, with a key where it needs one. */
export const draftFor = ({ apiKeyRequired, example, method, path }: Route, keys: readonly ApiKey[] = []): Draft => ({
  method: example?.method ?? (method === 'ANY' ? 'GET' : method),
  path: example?.path ?? path,
  body: example?.body ?? '',
  apiKey: (apiKeyRequired && keys[0]?.value) || '',
});

export function compose(draft: Draft, route: Route, stage: Stage, { signer, token }: Carried): CallRequest {
  const { apiKey, body, method, path } = draft;
  const withBody = takesBody(method) && body !== '';
  return {
    method,
    url: `${stage.url}${path.startsWith('/') ? path : `/${path}`}`,
    headers: {
      ...(withBody ? { 'Content-Type': 'application/json' } : {}),
      ...route.example?.headers,
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(apiKey === '' ? {} : { 'x-api-key': apiKey }),
    },
    ...(withBody && { body }),
    ...(signer && { signer }),
  };
}
