import { type Readable } from 'node:stream';
import { createInterface } from 'node:readline';

const KEPT = 30;

/**
 * Keeps the last lines of a process, but those of which `takes` is true; moto writes one for every request, which tell
 * nothing about a crash.
 */
export function lastLines(takes: (line: string) => boolean, ...streams: Readable[]): string[] {
  const lines: string[] = [];
  for (const stream of streams) {
    createInterface({ input: stream }).on('line', (line) => {
      if (line.trim() && !takes(line) && !/" \d{3} -$/.test(line)) {
        lines.push(line);
        lines.splice(0, lines.length - KEPT);
      }
    });
  }
  return lines;
}
