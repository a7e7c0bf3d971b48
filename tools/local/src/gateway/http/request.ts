import { type IncomingMessage } from 'node:http';
import { type Answer, type GatewayRequest } from '../exchange';

export interface RequestHooks {
  readonly handle: (request: GatewayRequest) => Promise<Answer>;
  /** Why a request never reached `handle`. */
  readonly onRefusal: (message: string) => void;
}

export const gatewayRequest = (request: IncomingMessage, body: Buffer): GatewayRequest => ({
  method: request.method ?? 'GET',
  target: request.url ?? '/',
  rawHeaders: request.rawHeaders,
  body,
  sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
  protocol: `HTTP/${request.httpVersion}`,
});
