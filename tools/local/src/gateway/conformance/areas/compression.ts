import { deflateRawSync, deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import { aRoute } from '../../testing/surface';
import { type Area } from '../area';
import { type Sent } from '../client';
import { theFunction } from '../functions';
import { aTemplate } from '../mocks';
import { pages } from '../pages';
import { message, rowsOf } from '../row';
import { conformanceApi } from '../served';

const short = 'a'.repeat(99);
const long = 'a'.repeat(100);

const api = conformanceApi('compressed', {
  minimumCompressionSize: 100,
  routes: [
    aTemplate('/short', short),
    aTemplate('/long', long),
    aRoute('POST /echo', { integration: theFunction }),
    aRoute('POST /result', { integration: theFunction }),
  ],
});
const plain = conformanceApi('not-compressed', { routes: [aRoute('ANY /echo', { integration: theFunction })] });
const { answers, row } = rowsOf(api);

const accepting = (codings: string): Sent => ({ headers: [['Accept-Encoding', codings]] });
const encoded = (coding: string, body: Buffer | string): Sent => ({ headers: [['Content-Encoding', coding]], body });
const coded = (coding: string | undefined) => ({ status: 200, headers: { 'content-encoding': coding } });

const answered = [
  row('An answer of the minimum size is compressed for a client that asks', pages.compression, async ({ call }) => {
    const gzip = await call('GET /long', accepting('gzip'));
    expect([gzip.header('content-encoding'), gunzipSync(gzip.bytes).toString()]).toEqual(['gzip', long]);
    const deflate = await call('GET /long', accepting('br, deflate;q=0.5'));
    expect([deflate.header('content-encoding'), inflateSync(deflate.bytes).toString()]).toEqual(['deflate', long]);
  }),
  answers('A smaller one is not', pages.compression, 'GET /short', coded(undefined), accepting('gzip')),
  answers('Without Accept-Encoding it is not', pages.compression, 'GET /long', coded(undefined)),
  answers('For a star it is not', pages.compression, 'GET /long', coded(undefined), accepting('*')),
  answers(
    'A coding of quality 0 is none',
    pages.compression,
    'GET /long',
    coded('deflate'),
    accepting('gzip;q=0,deflate'),
  ),
  answers('An answer that has a Content-Encoding is left as it is', pages.compression, 'POST /result', coded('br'), {
    ...accepting('gzip'),
    body: JSON.stringify({ headers: { 'Content-Encoding': 'br' }, body: long }),
  }),
];

const asked = (name: string, sent: Sent) =>
  row(name, pages.compression, async ({ call }) => {
    const { body, headers } = (await call('POST /echo', sent)).json() as { body: string; headers: object };
    expect([body, Object.keys(headers)]).toEqual(['hello', expect.not.arrayContaining(['Content-Encoding'])]);
  });

const requests = [
  asked('A body in gzip is decoded', encoded('gzip', gzipSync('hello'))),
  asked('A body in deflate is decoded', encoded('deflate', deflateSync('hello'))),
  asked('A body in raw deflate is decoded', encoded('Deflate', deflateRawSync('hello'))),
  asked('A body in identity is as it is', encoded('identity', 'hello')),
  answers(
    'Another coding is 415',
    pages.compression,
    'POST /echo',
    { status: 415, body: message('Unsupported Media Type') },
    encoded('br', 'hello'),
  ),
  answers(
    'A body that is not encoded so is 415',
    pages.compression,
    'POST /echo',
    { status: 415 },
    encoded('gzip', 'hello'),
  ),
];

const ofPlain = rowsOf(plain);

/** `minimum_compression_size` */
export const compression: Area = {
  apis: [api, plain],
  rows: [
    ...answered,
    ofPlain.row('An API that does not set it compresses nothing', pages.compression, async ({ call }) => {
      const answer = await call('POST /echo', { ...accepting('gzip'), body: long });
      expect(answer.header('content-encoding')).toBeUndefined();
    }),
    ...requests,
    ofPlain.differs(
      'An API that does not set it hands a compressed body on as it is',
      pages.compression,
      'AWS documents both that it decodes always and that it is to be enabled',
      async ({ call }) => {
        const answer = await call('POST /echo', encoded('gzip', 'abc'));
        expect(answer.json()).toMatchObject({ body: 'abc', headers: { 'Content-Encoding': 'gzip' } });
      },
    ),
  ],
};
