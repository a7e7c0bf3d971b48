import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Facts } from './facts';
import { readSnapshot, writeSnapshot } from './snapshot-file';

const facts: Facts = {
  versions: { gatehouse: '0.0.0+a', moto: '5.2.1', python: 'CPython 3.11.7' },
  at: '2026-01-01T00:00:00.000Z',
  endpoint: 'http://127.0.0.1:4599',
  apps: { local: { 'local-api': 'a1' } },
  users: {},
};
const memory = Buffer.from([0, 255, 10, 13, 128]);
const roots: string[] = [];

let root: string;
let folder: string;
let file: string;

function aCheckout(): string {
  const made = mkdtempSync(join(tmpdir(), 'gatehouse-snapshot-'));
  roots.push(made);
  return made;
}

beforeEach(() => {
  root = aCheckout();
  folder = join(root, '.terraform-work', 'snapshot');
  file = join(folder, 'memory');
});

afterAll(() => roots.forEach((made) => rmSync(made, { recursive: true })));

describe('the snapshot of a checkout', () => {
  it('is read as it was written, and its owner alone reads it', () => {
    writeSnapshot(root, { facts, memory });

    expect(readSnapshot(root)).toEqual({ facts, memory });
    expect([folder, file, join(folder, 'key')].map((path) => statSync(path).mode & 0o777)).toEqual([
      0o700, 0o600, 0o600,
    ]);
  });

  it('is the last one that was written', () => {
    writeSnapshot(root, { facts, memory });
    writeSnapshot(root, { facts, memory: Buffer.from('later') });

    expect(readSnapshot(root)).toEqual({ facts, memory: Buffer.from('later') });
  });

  it('is none where nothing was written', () => {
    expect(readSnapshot(root)).toBeUndefined();
  });

  const damaged = { why: 'it is damaged, or another checkout wrote it' };

  it('is not used when any byte of it is another', () => {
    writeSnapshot(root, { facts, memory });
    const good = readFileSync(file);
    const format = good.indexOf('\n') + 1;

    for (let at = 0; at < good.length; at++) {
      const bad = Buffer.from(good);
      bad[at] = bad[at]! ^ 1;
      writeFileSync(file, bad);
      expect(readSnapshot(root)).toEqual(at < format ? { why: 'it has another format' } : damaged);
    }
  });

  it('is not used when it was cut off anywhere', () => {
    writeSnapshot(root, { facts, memory });
    const good = readFileSync(file);

    for (let length = 0; length < good.length; length++) {
      writeFileSync(file, good.subarray(0, length));
      expect(readSnapshot(root)).toHaveProperty('why');
    }
  });

  it('is not used when another checkout wrote it', () => {
    const other = aCheckout();
    writeSnapshot(other, { facts, memory });
    writeSnapshot(root, { facts, memory });

    copyFileSync(join(other, '.terraform-work', 'snapshot', 'memory'), file);

    expect(readSnapshot(root)).toEqual(damaged);
  });

  it('is not used when the key that it was signed with is gone', () => {
    writeSnapshot(root, { facts, memory });
    rmSync(join(folder, 'key'));

    expect(readSnapshot(root)).toEqual(damaged);
  });
});

describe('rights', () => {
  it.each([
    ['', 0o755, '755, expected 700'],
    ['', 0o770, '770, expected 700'],
    ['memory', 0o644, '644, expected 600'],
    ['memory', 0o620, '620, expected 600'],
    ['key', 0o640, '640, expected 600'],
  ])('of others on "%s" (%o) keep it from being used', (name, mode, found) => {
    writeSnapshot(root, { facts, memory });
    const path = join(folder, name);
    chmodSync(path, mode);

    expect(readSnapshot(root)).toEqual({ why: `${join(folder, name)} has the rights ${found}` });
  });

  it('are mended by the next snapshot, whose key nobody has seen', () => {
    writeSnapshot(root, { facts, memory });
    const seen = readFileSync(join(folder, 'key'));
    chmodSync(folder, 0o755);

    writeSnapshot(root, { facts, memory });

    expect(readSnapshot(root)).toEqual({ facts, memory });
    expect(readFileSync(join(folder, 'key'))).not.toEqual(seen);
  });

  it('of a folder that was there before count too', () => {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    writeSnapshot(root, { facts, memory });

    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });
});
