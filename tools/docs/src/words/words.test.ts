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
    const files = textFiles(WORKSPACE).filter((file) => !EXAMPLES.test(file) && CLEAN.test(file));
    const found = files.flatMap((file) =>
      bannedWords(read(file), glossary).map(
        ({ line, found: word, instead }) => `${file}:${line} "${word}": use "${instead}"`,
      ),
    );

    expect(files.length).toBeGreaterThan(100);
    expect(found).toEqual([]);
  });
});

/** The folders that are held to the list; all, once their words are mended. */
const CLEAN =
  /^(libs[/\\]surface[/\\]src[/\\](access|changes|cognito|http|iam|model|openapi|plan-json|protection|rest|synth|terraform)|tools[/\\](docs|plan-review[/\\]src[/\\](render|text|model|digest|read)|terraform|local[/\\](src[/\\](smoke|up|emulator|gateway)|testing|emulator)))[/\\]/;

/** These quote banned words. */
const EXAMPLES = /^(docs[/\\]glossary\.md|tools[/\\]docs[/\\]src[/\\]words[/\\])/;
