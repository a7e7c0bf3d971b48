import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE } from '../workspace';
import { type PublicSymbol, publicSymbols } from './public-symbols';

/** Of those that are tools, what others may import. */
const PACKAGES = [
  ['libs/cognito', 'src/index.ts'],
  ['libs/environment', 'src/index.ts'],
  ['libs/functions', 'src/index.ts'],
  ['libs/gateway', 'src/index.ts'],
  ['libs/platform', 'src/index.ts'],
  ['libs/surface', 'src/index.ts'],
  ['tools/local', 'src/emulator/index.ts'],
  ['tools/nx-cdktf', 'src/plugin/plugin.ts'],
  ['tools/plan-review', 'src/index.ts'],
] as const;

describe.each(PACKAGES)('the API reference of %s', (root, entry) => {
  const symbols = publicSymbols(`${root}/${entry}`);
  const page = readFileSync(join(WORKSPACE, `docs/api/${root.split('/')[1]}.md`), 'utf8');
  const parts = new Map(
    page
      .split(/^### /m)
      .slice(1)
      .map((part) => [/^(?:`abstract` )?(\w+)/.exec(part)?.[1] ?? '', part]),
  );

  it('has a summary of every public symbol in the sources', () => {
    expect(symbols.filter(({ summary }) => summary === '').map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });

  it('has every public symbol and no other, each with the example that shows it', () => {
    expect([...parts.keys()].sort()).toEqual([...new Set(symbols.map(({ name }) => name))].sort());
    for (const [, part] of parts) expect(part).toMatch(/^Example: \[.+\]\(.+\)$/m);
  });

  it('says what the doc comments say; `npm run api` in docs/site writes it again', () => {
    const isSaid = ({ name, summary }: PublicSymbol) => {
      const part = plain(parts.get(name) ?? '');
      return part.includes(plain(firstSentence(summary))) || part.includes('Re-exports [');
    };
    const said = new Set(symbols.filter(isSaid).map(({ name }) => name));

    // Of a type and a value of one name, the page has one.
    expect(symbols.map(({ name }) => name).filter((name) => !said.has(name))).toEqual([]);
  });
});

const firstSentence = (summary: string): string => /^[^]*?[.:;](?=\s|$)/.exec(summary)?.[0] ?? summary;

/** Without what Markdown needs and a comment does not. */
const plain = (text: string): string => text.replace(/\{@link\s+([^}\s]+)[^}]*\}/g, '$1').replace(/[\\\s]+/g, ' ');
