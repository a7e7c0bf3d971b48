import { type Reply } from '../http';

/** Endpoints that applications call by a script of theirs, from any origin. */
export const ANY_ORIGIN = { 'Access-Control-Allow-Origin': '*' };

export const json = (status: number, body: object, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'Content-Type': 'application/json;charset=UTF-8', Pragma: 'no-cache', ...ANY_ORIGIN, ...headers },
  body: JSON.stringify(body),
});

/** The answer to a preflight of such an endpoint. */
export const preflight = (method: string): Reply => ({
  status: 200,
  headers: {
    ...ANY_ORIGIN,
    'Access-Control-Allow-Methods': method,
    'Access-Control-Allow-Headers': 'Authorization, Content-Type, X-Amz-Date, X-Amz-User-Agent, X-Requested-With',
    'Access-Control-Max-Age': '1800',
  },
});
