import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { otherGaps } from '.';

it('docs/emulator.md lists every gap of other services than Cognito that is closed, and no other', () => {
  const text = readFileSync(join(__dirname, '../../../../docs/emulator.md'), 'utf8');
  const table = /## Closed\n([^]*?)\n## Open/.exec(text)?.[1] ?? '';
  const listed = [...table.matchAll(/^\| (?!gap|-)([^|*]+?) +\| +\|$/gm)].map(([, name]) => name);
  expect(listed).toEqual(Object.values(otherGaps).flatMap((list) => list.map(({ name }) => name)));
});
