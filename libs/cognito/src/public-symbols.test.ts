import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (file: string) => readFileSync(join(__dirname, file), 'utf8');

/** What `index.ts` exports of our files, with the comment above it. */
const symbols = [...read('index.ts').matchAll(/export \{([^}]*)\} from '(\.[^']*)'/g)].flatMap(
  ([, names = '', file]) => {
    const text = read(`${file}.ts`);
    return names
      .split(',')
      .map((name) => name.replace('type', '').trim())
      .filter((name) => name !== '')
      .map((name) => ({ name, comment: commentAbove(text, name) }));
  },
);

function commentAbove(text: string, name: string): string {
  const declared = new RegExp(`^export (?:abstract )?(?:class|const|function|interface|type) ${name}\\b`, 'm').exec(
    text,
  );
  const before = text.slice(0, declared?.index ?? 0).trimEnd();
  return before.endsWith('*/') ? before.slice(before.lastIndexOf('/**')) : '';
}

describe('every public symbol of @gatehouse/cognito', () => {
  it('is found', () => expect(symbols.length).toBeGreaterThan(140));

  it('begins with a summary', () => {
    const without = symbols.filter(({ comment }) => !/^\/\*\*\s*(?:\* )?[^@\s*]/.test(comment));
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it('has an example', () => {
    const without = symbols.filter(({ comment }) => !comment.includes('@example'));
    expect(without.map(({ name }) => name)).toEqual([]);
  });
});
