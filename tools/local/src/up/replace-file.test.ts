import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from './replace-file';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-replace-'));
const file = join(folder, 'outputs.json');
afterAll(() => rmSync(folder, { recursive: true }));

it('leaves the old text whole to its readers, and the new one to its owner alone', () => {
  writeFileSync(file, 'old', { mode: 0o644 });
  writeFileSync(join(folder, '.outputs.json.tmp'), 'of a killed process', { mode: 0o644 });
  const reader = openSync(file, 'r');
  replaceFile(file, 'new');
  expect(readFileSync(reader, 'utf8')).toBe('old');
  closeSync(reader);
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['outputs.json']);
});
