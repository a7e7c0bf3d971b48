import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../testing/stack';
import { claimFile, holderOf } from './claim';
import { processStart } from './process-start';
import { takeTurn } from './turn';

let file: string;
beforeEach(() => (file = join(temporaryFolder(), '.terraform-work/claim.json')));

/** A claim as another process left it. */
function leave(holder: object | string): void {
  const claimed = claimFile(file, 'x');
  if (!('release' in claimed)) throw new Error('claimed already');
  writeFileSync(file, typeof holder === 'string' ? holder : JSON.stringify(holder));
}

describe('a claim', () => {
  it('is refused while its process lives, with its id and what it runs', () => {
    const first = claimFile(file, 'npm start');

    expect(claimFile(file, 'npm start')).toEqual({
      holder: { pid: process.pid, what: 'npm start', started: processStart(process.pid) },
    });
    if ('release' in first) first.release();
    expect(claimFile(file, 'npm start')).toHaveProperty('release');
  });

  it('ends with its process, and so it does where another process has its id since', async () => {
    const killed = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)']);
    leave({ pid: killed.pid, what: 'npm start', started: processStart(killed.pid!) });
    expect(holderOf(file)).toMatchObject({ pid: killed.pid });
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    expect(claimFile(file, 'npm start')).toHaveProperty('release');

    writeFileSync(file, JSON.stringify({ pid: process.pid, what: 'npm start', started: 'long ago' }));
    expect(claimFile(file, 'npm start')).toHaveProperty('release');
  });

  it.each(['', '{"pid":', '4711', 'null'])('that is damaged is none: %j', (text) => {
    leave(text);

    expect(claimFile(file, 'npm start')).toHaveProperty('release');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid });
  });

  it('leaves no file behind', () => {
    const claim = claimFile(file, 'npm start');
    claimFile(file, 'npm start');
    if ('release' in claim) claim.release();

    expect(readdirSync(join(file, '..'))).toEqual([]);
  });
});

describe('a turn', () => {
  it('is waited for, once said, until the one before it ends', async () => {
    const root = temporaryFolder();
    const said: string[] = [];
    const order: string[] = [];
    const free = await takeTurn(root, 'npm start', (line) => said.push(line));
    const next = takeTurn(root, 'gatehouse plan local', (line) => said.push(line)).then((end) => {
      order.push('second');
      end();
    });
    while (said.length === 0) await new Promise(setImmediate);
    order.push('first');
    free();
    await next;

    expect(order).toEqual(['first', 'second']);
    expect(said).toEqual([
      `Waiting for process ${process.pid} (npm start), which uses the local environment of this checkout.`,
    ]);
  });
});
