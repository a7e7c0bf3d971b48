import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE } from '../workspace';
import { bannedWords } from './banned-words';
import { parseGlossary } from './glossary';
import { textFiles } from './text-files';

const read = (file: string): string => readFileSync(join(WORKSPACE, file), 'utf8');
const glossary = parseGlossary(read('docs/glossary.md'));

describe('the words of this repository', () => {
  it('are those of docs/glossary.md', () => {
    const files = textFiles(WORKSPACE).filter((file) => !EXAMPLES.test(file));
    const found = files.flatMap((file) =>
      bannedWords(read(file), glossary).map(
        ({ line, found: word, instead }) => `${file}:${line} "${word}": use "${instead}"`,
      ),
    );

    expect(files.length).toBeGreaterThan(500);
    expect(found).toEqual([]);
  });
});

/** These quote banned words. */
const EXAMPLES = /^(docs[/\\]glossary\.md|tools[/\\]docs[/\\]src[/\\]words[/\\])/;
