import { type IncomingHttpHeaders } from 'node:http2';

/** A gRPC answer. */
export interface Answer {
  readonly body: Buffer;
  /** `grpc-status` and its message. */
  readonly trailers: IncomingHttpHeaders;
}
