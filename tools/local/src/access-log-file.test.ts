import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessLogFile } from './access-log-file';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-access-log-'));
const path = join(folder, 'access.log');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

afterAll(() => rmSync(folder, { recursive: true }));

it('is empty at a start, and never larger than twice its limit', () => {
  writeFileSync(path, 'of the last start\n');
  writeFileSync(join(folder, 'access.1.log'), 'older\n');
  const file = new AccessLogFile(path, 12);
  expect([readdirSync(folder), read('access.log')]).toEqual([['access.log'], '']);

  for (const line of ['one', 'two', 'three', 'four']) file.write(line);
  expect([read('access.1.log'), read('access.log')]).toEqual(['one\ntwo\n', 'three\nfour\n']);
  file.write('a line that is longer than the limit');
  expect([read('access.1.log'), read('access.log')]).toEqual([
    'three\nfour\n',
    'a line that is longer than the limit\n',
  ]);
});
