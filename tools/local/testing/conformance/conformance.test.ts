import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from './documents';
import { render, rowsOf } from './render';

const read = (path: string) => readFileSync(join(__dirname, '../../../..', path), 'utf8');

describe.each(documents)('$file', (document) => {
  const rows = rowsOf(document.suites);

  it('is what `npm run conformance` writes', () => {
    expect(read(document.file)).toBe(render(document));
  });

  it('has no row twice', () => {
    const names = Object.values(document.suites).flatMap(({ areas }) =>
      Object.entries(areas).flatMap(([area, list]) => list.map(({ name }) => `${area}: ${name}`)),
    );
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('names a source on the web for each row', () => {
    expect(rows.filter(({ source }) => !/^https:\/\/[^\s()|]+$/.test(source))).toEqual([]);
  });

  it('names tests that run rows', () => {
    for (const { test } of document.suites) expect(read(test)).toMatch(/describe(Rows|Areas|\.each)\(/);
  });
});
