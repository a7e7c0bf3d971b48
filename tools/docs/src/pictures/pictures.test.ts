import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE } from '../workspace';
import { textFiles } from '../words/text-files';
import { FOLDER, readPicture, readSources, sameRecording, sourcesOf } from './files';
import { pages, quickTerminals } from './pictures';

// Red here means that an output changed: run "npm run pictures" and look at what it made.
describe('docs/pictures', () => {
  it('shows what a review and an error print (npm run pictures -- --quick)', async () => {
    for (const [name, svg] of Object.entries(await quickTerminals())) {
      expect([name, readPicture(name)]).toEqual([name, svg]);
    }
  });

  it('shows the page and the comment as they are rendered (npm run pictures -- --quick)', () => {
    expect(readSources()).toEqual(sourcesOf(pages()));
  });

  it('has small files, each shown somewhere', () => {
    const docs = textFiles(WORKSPACE).filter((file) => file.endsWith('.md'));
    const text = docs.map((file) => readFileSync(join(WORKSPACE, file), 'utf8')).join('\n');
    const files = readdirSync(FOLDER).filter((name) => /\.(svg|png)$/.test(name));

    expect(files.filter((name) => !text.includes(`pictures/${name})`))).toEqual([]);
    expect(files.filter((name) => statSync(join(FOLDER, name)).size > 150_000)).toEqual([]);
  });
});

describe('a recording', () => {
  const svg = (time: string, text = 'added') =>
    `<svg><style>a</style><text><tspan x="1">api: 4 ${text} [${time} s]</tspan></text></svg>`;

  it('is the same when only times and ids differ', () => {
    expect(sameRecording(svg('1.5'), svg('20.1'))).toBe(true);
  });

  it('is another one when a word differs', () => {
    expect(sameRecording(svg('1.5'), svg('1.5', 'removed'))).toBe(false);
    expect(sameRecording(undefined, svg('1.5'))).toBe(false);
  });
});
