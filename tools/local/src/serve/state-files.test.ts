import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { readStateFiles } from './state-files';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-states-'));
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const state = { format_version: '1.0', values: { root_module: {} } };
const input = (content: string, isTTY = false) => Object.assign(Readable.from([Buffer.from(content)]), { isTTY });

afterAll(() => rmSync(folder, { recursive: true }));

it('reads files and standard input, each by its name', async () => {
  const shown = file('shown.json', JSON.stringify(state));
  const raw = file('raw.tfstate', JSON.stringify({ version: 4, serial: 1, lineage: 'l', resources: [] }));
  expect(await readStateFiles([shown, raw, '-'], input(JSON.stringify(state)))).toEqual({
    [shown]: state,
    [raw]: { format_version: '1.0', values: { root_module: { resources: [] } } },
    'standard input': state,
  });
});

it('refuses a file that is not there, with the command that makes it', async () => {
  const path = join(folder, 'none.json');
  await expect(readStateFiles([path])).rejects.toThrow(
    `${path}: expected the file of an applied state, found no such file. Try: terraform show -json > ${path}`,
  );
});

it('refuses a folder', async () => {
  await expect(readStateFiles([folder])).rejects.toThrow(
    `${folder}: expected the file of an applied state, found one that`,
  );
});

it('refuses a state that is named twice', async () => {
  await expect(readStateFiles(['-', '-'])).rejects.toThrow('standard input: expected each state once, found it twice.');
});

it('refuses a terminal as standard input, which would wait for ever', async () => {
  await expect(readStateFiles(['-'], input('', true))).rejects.toThrow(
    'standard input: expected a state, found a terminal. Try: terraform show -json | gatehouse serve -',
  );
});

it.each([
  ['', 'expected JSON, found an empty file. Did the command before it fail?'],
  ['{"format_version":', 'expected a complete JSON document, found one that breaks off'],
])('refuses %j on standard input', async (content, message) => {
  await expect(readStateFiles(['-'], input(content))).rejects.toThrow(`standard input: ${message}`);
});
