import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gaps } from '.';

it('docs/emulator.md lists every gap that is closed, and no other', () => {
  const text = readFileSync(join(__dirname, '../../../../docs/emulator.md'), 'utf8');
  const table = /## Closed\n([^]*?)\n## Open/.exec(text)?.[1] ?? '';
  const listed = [...table.matchAll(/^\| (?!gap|-)([^|*]+?) +\| +\|$/gm)].map(([, name]) => name);
  expect(listed).toEqual(Object.values(gaps).flatMap((list) => list.map(({ name }) => name)));
});
