import { type Colors } from '@gatehouse/cli-kit';
import { printable } from '../printable';
import { type HandledRequest } from '../requests-log';
import { fit } from './fit';

interface Style {
  /** Columns of the terminal. */
  readonly width: number;
  readonly paint: Colors;
  /** Name of the API. @default - it goes without saying */
  readonly api?: string;
}

/** However narrow the terminal is. */
const SHORTEST_PATH = 20;
const LONGEST_REASON = 1_000;

/**
 * `GET /local/reports/7  ada@example.com (ID token)  200  12 ms`, and why the gateway refused or failed it. The path is cut so that
 * the rest of the line fits the width. With the name of the API: `desk: GET /local/reports/7  ...`.
 */
export function requestLine(request: HandledRequest, { api, paint, width }: Style): string {
  const { method, milliseconds, path, status, who, why } = request;
  const answer = `${status}  ${milliseconds} ms`;
  const name = api === undefined ? '' : `${printable(api)}: `;
  const fixed = [name, method, who, answer].reduce((total, part) => total + part.length, ' '.length + 2 * GAP.length);
  const shown = fit(path, Math.max(SHORTEST_PATH, width - fixed));
  return [
    `${name}${paint.bold(method)} ${shown}`,
    who,
    `${colorOf(status, paint)(String(status))}  ${paint.dim(`${milliseconds} ms`)}`,
    ...(why === undefined ? [] : [paint.dim(fit(why, LONGEST_REASON))]),
  ].join(GAP);
}

const GAP = '  ';

function colorOf(status: number, paint: Colors): (text: string) => string {
  if (status >= 500) return paint.red;
  if (status >= 400) return paint.yellow;
  return status >= 300 ? paint.cyan : paint.green;
}
