/** What docs/glossary.md says. */
export interface Glossary {
  /** Lower case; each with the word to use instead. */
  readonly banned: ReadonlyMap<string, string>;
  /** Phrases of others that hold a banned word. */
  readonly allowed: readonly string[];
}

/** Reads the tables (first column the word, last column what is banned) and the list under "Allowed". */
export function parseGlossary(markdown: string): Glossary {
  const [tables = '', allowed = ''] = markdown.split(/^## Allowed$/m);
  const banned = new Map<string, string>();
  for (const row of tables.split('\n').filter((line) => line.startsWith('|'))) {
    const cells = row.split('|').slice(1, -1);
    for (const phrase of quoted(cells.at(-1) ?? '')) banned.set(phrase.toLowerCase(), (cells[0] ?? '').trim());
  }
  return { banned, allowed: quoted(allowed) };
}

const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, phrase = '']) => phrase);
