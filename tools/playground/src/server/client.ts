import {
  KEY_HEADER,
  type CodesAnswer,
  type PermissionsAnswer,
  type PermissionsAsk,
  type PlaygroundData,
  type Problem,
  type RequestsAnswer,
  type TokenAnswer,
  type TokenAsk,
} from '../contract';
import { takeKey } from './key';

/** The playground's server said no. The message says what to do. */
export class ServerError extends Error {
  override readonly name = 'ServerError';
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

const key = takeKey();

/** @throws ServerError @throws TypeError when it does not answer */
export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(path, { ...init, headers: { ...init.headers, [KEY_HEADER]: key } });
  if (answer.ok) return answer;
  const { message = `The playground's server answered ${answer.status}.` } = (await answer
    .json()
    .catch(() => ({}))) as Partial<Problem>;
  throw new ServerError(message, answer.status);
}

export const getData = (): Promise<PlaygroundData> => get('/api/data');

export const getRequests = (after: number): Promise<RequestsAnswer> => get(`/api/requests?after=${after}`);

export const getCodes = (pool: string, username: string): Promise<CodesAnswer> =>
  get(`/api/codes?${new URLSearchParams({ pool, username })}`);

export const askPermissions = (body: PermissionsAsk): Promise<PermissionsAnswer> => post('/api/permissions', body);

export const askToken = (body: TokenAsk): Promise<TokenAnswer> => post('/api/tokens', body);

const get = async <T>(path: string): Promise<T> => (await ask(path)).json() as Promise<T>;

const post = async <T>(path: string, body: unknown): Promise<T> => {
  const headers = { 'Content-Type': 'application/json' };
  return (await ask(path, { method: 'POST', headers, body: JSON.stringify(body) })).json() as Promise<T>;
};
