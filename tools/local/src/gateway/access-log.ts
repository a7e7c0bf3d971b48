import { type Answer, type Exchange } from './exchange';
import { substitute } from './substitute';

/** One line as the stage's access log format says; a variable without a value is `-`. */
export function accessLogLine(format: string, exchange: Exchange, answer: Answer): string {
  return substitute(format, exchange, '-', {
    status: answer.status,
    responseLatency: Date.now() - exchange.startedAt,
    responseLength: Buffer.byteLength(answer.body),
  });
}
