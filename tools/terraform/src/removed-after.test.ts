import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { until } from '@gatehouse/testing/until';
import { temporaryFolder, writeFile } from '../testing/stack';
import { privateFile } from './private-file';
import { removedAfter } from './removed-after';

const top = join(__dirname, '../../..');
let file: string;
beforeEach(() => (file = writeFile(join(temporaryFolder(), 'work/plan.tfplan'), 'secret')));

describe('removedAfter', () => {
  it('removes files when the work is done, and when it fails', async () => {
    expect(await removedAfter([file], async () => existsSync(file))).toBe(true);
    expect(existsSync(file)).toBe(false);

    writeFile(file, 'secret');
    await expect(removedAfter([file, 'no-such-file'], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(file)).toBe(false);
    expect(process.listenerCount('SIGHUP')).toBe(0);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('removes them at %s, which still ends the program', async (signal) => {
    const program = [
      `const { removedAfter } = require(${JSON.stringify(join(__dirname, 'removed-after.ts'))});`,
      `void removedAfter([${JSON.stringify(file)}], () => new Promise((done) => setTimeout(done, 3_600_000)));`,
      'console.log("working");',
    ];
    const child = execa(process.execPath, ['-r', join(top, 'register-ts.cjs'), '-e', program.join('\n')], {
      reject: false,
    });
    let printed = '';
    child.stdout.on('data', (text) => (printed += String(text)));
    await until(() => printed.includes('working'));
    child.kill(signal);

    expect((await child).signal).toBe(signal);
    expect(existsSync(file)).toBe(false);
  });
});

describe('privateFile', () => {
  it('is empty and for the user alone, whatever was there', () => {
    privateFile(file);

    expect([statSync(file).size, statSync(file).mode & 0o777, statSync(join(file, '..')).mode & 0o777]).toEqual([
      0, 0o600, 0o700,
    ]);
  });
});
