import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface PublicSymbol {
  readonly name: string;
  readonly comment: string;
}

/** What `index.ts` of a package exports of its own files, with the comment above it. */
function symbolsOf(folder: string): PublicSymbol[] {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  return [...read('index.ts').matchAll(/export \{([^}]*)\} from '(\.[^']*)'/g)].flatMap(([, names = '', file]) => {
    const text = read(`${file}.ts`);
    return names
      .split(',')
      .map((name) => name.replace('type', '').trim())
      .filter((name) => name !== '')
      .map((name) => ({ name, comment: commentAbove(text, name) }));
  });
}

function commentAbove(text: string, name: string): string {
  const declared = new RegExp(`^export (?:abstract )?(?:class|const|function|interface|type) ${name}\\b`, 'm').exec(
    text,
  );
  const before = text.slice(0, declared?.index ?? 0).trimEnd();
  return before.endsWith('*/') ? before.slice(before.lastIndexOf('/**')) : '';
}

// The patterns are made of these constructs, and are read beside them.
describe.each([
  ['cognito', __dirname, 140],
  ['patterns', join(__dirname, '../../patterns/src'), 8],
])('every public symbol of @gatehouse/%s', (_name, folder, least) => {
  const symbols = symbolsOf(folder);

  it('is found', () => expect(symbols.length).toBeGreaterThanOrEqual(least));

  it('begins with a summary', () => {
    const without = symbols.filter(({ comment }) => !/^\/\*\*\s*(?:\* )?[^@\s*]/.test(comment));
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it('has an example', () => {
    const without = symbols.filter(({ comment }) => !comment.includes('@example'));
    expect(without.map(({ name }) => name)).toEqual([]);
  });
});
