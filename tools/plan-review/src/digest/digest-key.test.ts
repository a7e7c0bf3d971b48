import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestKey } from './digest-key';

const KEY = 'b'.repeat(64);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'key-'));
  delete process.env['GATEHOUSE_DIGEST_KEY'];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  delete process.env['GATEHOUSE_DIGEST_KEY'];
});

describe('the key of a digest', () => {
  it('is the text of a file, or of the environment, without the end of the line', () => {
    writeFileSync(join(folder, 'key'), `${KEY}\n`);
    expect(digestKey(join(folder, 'key'))?.toString()).toBe(KEY);
    expect(digestKey()).toBeUndefined();
    process.env['GATEHOUSE_DIGEST_KEY'] = KEY;
    expect(digestKey()?.toString()).toBe(KEY);
  });

  it('is refused when it can be found by trying, and not repeated', () => {
    process.env['GATEHOUSE_DIGEST_KEY'] = 'hunter2';
    expect(() => digestKey()).toThrow(
      'GATEHOUSE_DIGEST_KEY: expected a random key of at least 32 characters, found 7. Make one with "openssl rand -hex 32".',
    );
  });

  it('is missed when it was named', () => {
    const file = join(folder, 'none');
    expect(() => digestKey(file)).toThrow(
      `--digest-key-file ${file}: expected a file with the key, found none that can be read.`,
    );
  });
});
