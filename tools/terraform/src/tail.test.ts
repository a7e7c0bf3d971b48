import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, writeFile } from '../testing/stack';
import { tail } from './tail';

describe('tail', () => {
  it('gives whole lines as they come, after what was there, and the rest at the end', async () => {
    const file = writeFile(join(temporaryFolder(), 'log'), 'old\n');
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    appendFileSync(file, 'one\ntw');
    const lines: string[] = [];

    for await (const line of tail(file, 4, ended)) {
      lines.push(line);
      if (line === 'one') appendFileSync(file, 'ö');
      if (line === 'one') appendFileSync(file, '\nlast');
      if (line === 'twö') end();
    }

    expect(lines).toEqual(['one', 'twö', 'last']);
  });
});
