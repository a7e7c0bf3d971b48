import { aRoute } from '../../testing/surface';
import { type Sent } from '../client';
import { theFunction } from '../functions';
import { rowsOf } from '../row';
import { conformanceApi } from '../served';

export const routes = [
  aRoute('ANY /reports/{proxy+}', { integration: theFunction }),
  aRoute('ANY /me', { integration: theFunction }),
];
export const api = conformanceApi('events', { routes });
export const rows = rowsOf(api);
const { row } = rows;

export type Event = Record<string, unknown> & {
  headers: Record<string, string>;
  requestContext: Record<string, unknown>;
};

/** One request, and what the function got. */
export const gets = (
  name: string,
  source: string,
  title: string,
  check: (event: Event, url: string) => void,
  sent?: Sent,
  rows = { row },
) => rows.row(name, source, async ({ call, url }) => check((await call(title, sent)).json() as Event, url));

export const has = (name: string, source: string, title: string, expected: object, sent?: Sent, rows = { row }) =>
  gets(name, source, title, (event) => expect(event).toMatchObject(expected), sent, rows);

export const headers = (...pairs: [string, string][]): Sent => ({ headers: pairs });
export const nulls = (...names: string[]) => Object.fromEntries(names.map((name) => [name, null]));
