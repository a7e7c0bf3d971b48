import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;

/** Lines that another process appends to a file after its first `start` bytes, until that process has ended. */
export async function* tail(file: string, start: number, ended: Promise<unknown>): AsyncGenerator<string> {
  let running = true;
  const stop = (): void => void (running = false);
  ended.then(stop, stop);
  const descriptor = openSync(file, 'r');
  const decoder = new StringDecoder('utf8');
  const buffer = Buffer.alloc(65_536);
  let position = start;
  let rest = '';
  try {
    for (;;) {
      // Asked before reading: what is written after the answer is read in the next round.
      const last = !running;
      for (let length = 1; length > 0;) {
        length = readSync(descriptor, buffer, 0, buffer.length, position);
        position += length;
        const lines = (rest + decoder.write(buffer.subarray(0, length))).split('\n');
        rest = lines.pop() ?? '';
        yield* lines;
      }
      if (last) break;
      await Promise.race([sleep(POLL_MS), ended.catch(() => undefined)]);
    }
    if (rest) yield rest;
  } finally {
    closeSync(descriptor);
  }
}
