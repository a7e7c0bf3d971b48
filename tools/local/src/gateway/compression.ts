import { deflateSync, gunzipSync, gzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { unsupportedMediaType } from './errors';
import { type Answer, type Exchange } from './exchange';
import { header, headerPairs, setHeader } from './headers';
import { MAX_BODY_BYTES } from './http/protocol';

/**
 * Compression of an API that sets `minimum_compression_size`: bodies of requests are decoded before anything reads them, answers
 * of that size are encoded for a client that names a coding.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html
 */
const ENCODE: Readonly<Record<string, (body: Buffer | string) => Buffer>> = { gzip: gzipSync, deflate: deflateSync };

const limit = { maxOutputLength: MAX_BODY_BYTES };

const DECODE: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  deflate: (body) => (isZlib(body) ? inflateSync(body, limit) : inflateRawSync(body, limit)),
  gzip: (body) => gunzipSync(body, limit),
  identity: (body) => body,
};

/** Clients send both: https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1.2 */
const isZlib = (body: Buffer): boolean => (body[0]! & 0x0f) === 8 && body.readUInt16BE(0) % 31 === 0;

/** @throws GatewayError 415 for another coding, and for a body that is not encoded so */
export function decodeRequest(exchange: Exchange): void {
  const { request, served } = exchange;
  const coding = header(request.rawHeaders, 'content-encoding')?.trim().toLowerCase();
  if (served.deployment.api.minimumCompressionSize === undefined || coding === undefined) return;
  const others = [...headerPairs(request.rawHeaders)].filter(([name]) => name.toLowerCase() !== 'content-encoding');
  exchange.request = { ...request, rawHeaders: others.flat(), body: decoded(request.body, coding) };
}

function decoded(body: Buffer, coding: string): Buffer {
  const decode = Object.hasOwn(DECODE, coding) ? DECODE[coding] : undefined;
  try {
    if (decode) return decode(body);
  } catch {
    // Refused below, as a coding that nobody knows.
  }
  throw unsupportedMediaType();
}

/** The answer as it goes out. */
export function encodeAnswer({ error, request, served }: Exchange, answer: Answer): Answer {
  const { minimumCompressionSize: least } = served.deployment.api;
  const coding = codingOf(header(request.rawHeaders, 'accept-encoding'));
  const isEncoded = answer.headers.some(([name]) => name.toLowerCase() === 'content-encoding');
  if (least === undefined || coding === undefined || isEncoded || error !== undefined) return answer;
  if (Buffer.byteLength(answer.body) < Math.max(least, 1)) return answer;
  const headers = [...answer.headers];
  setHeader(headers, 'Content-Encoding', coding);
  return { ...answer, headers, body: ENCODE[coding]!(answer.body) };
}

/** The first coding that a client names and that is known; `q=0` is none. */
const codingOf = (accepted = ''): string | undefined =>
  accepted
    .toLowerCase()
    .split(',')
    .map((each) => each.split(';').map((part) => part.trim()))
    .filter(([, quality = '']) => !/^q=0(\.0*)?$/.test(quality))
    .map(([name = '']) => name)
    .find((name) => Object.hasOwn(ENCODE, name));
