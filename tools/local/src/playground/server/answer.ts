import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type Problem } from '@gatehouse/playground/contract';
import { Refusal } from './refusal';

/** What is sent. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly content: Buffer | string;
  readonly headers?: Readonly<Record<string, string>>;
}

const JSON_TYPE = 'application/json; charset=utf-8';

export const json = (value: unknown): Reply => ({
  status: 200,
  type: JSON_TYPE,
  content: `${JSON.stringify(value)}\n`,
});

/** A refusal says why to the caller; a failure says it to `onProblem`. */
export function replyTo(error: unknown, onProblem: (message: string) => void): Reply {
  if (error instanceof Refusal) return problem(error.status, error.message, error.headers);
  onProblem(
    `The playground failed to answer: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return problem(500, 'The playground failed; the terminal says why.');
}

function problem(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Reply {
  const body: Problem = { message };
  return { ...json(body), status, headers };
}

export function send(
  request: IncomingMessage,
  response: ServerResponse,
  { content, headers, status, type }: Reply,
): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(content), ...headers });
  response.end(request.method === 'HEAD' ? undefined : content);
}
