import { type HttpApi, type RestApi } from '@gatehouse/surface';
import { type Row } from '../../../testing/conformance';
import { type Sent } from './client';
import { type Conformance, type Served } from './served';

export type GatewayRow = Row<Served>;

export type Prove = (api: Conformance) => Promise<void> | void;

/** What an answer must be; headers in any case, `undefined` for one that must not be there. */
export interface Expected {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** Makes rows about one API. */
export function rowsOf(api: RestApi | HttpApi) {
  const row = (name: string, source: string, prove: Prove): GatewayRow => ({
    name,
    source,
    prove: (served) => prove(served.of(api)),
  });
  return {
    row,
    /** What differs from AWS on purpose. */
    differs: (name: string, source: string, differs: string, prove: Prove): GatewayRow => ({
      ...row(name, source, prove),
      differs,
    }),
    /** One request, one answer. */
    answers: (name: string, source: string, title: string, expected: Expected, sent?: Sent): GatewayRow =>
      row(name, source, async ({ call }) => {
        const answer = await call(title, sent);
        const headers = Object.keys(expected.headers ?? {}).map((header) => [header, answer.header(header)]);
        expect({
          status: answer.status,
          ...(expected.body !== undefined && { body: answer.body }),
          ...(expected.headers && { headers: Object.fromEntries(headers) }),
        }).toEqual(expected);
      }),
  };
}

export const message = (text: string): string => JSON.stringify({ message: text });
