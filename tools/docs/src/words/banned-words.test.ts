import { bannedWords } from './banned-words';
import { parseGlossary } from './glossary';

const glossary = parseGlossary(`
| Word    | Means | Not                |
| ------- | ----- | ------------------ |
| rule    | A     |                    |
| report  | B     | \`told\`, \`no news\` |
| package | C     | \`room\`             |

## Allowed

\`chat room\`
`);

describe('banned words', () => {
  it.each([
    ['Nobody was told.', 'told', 'report'],
    ['const toldBefore = 1;', 'told', 'report'],
    ['BE_TOLD', 'TOLD', 'report'],
    ['the-room', 'room', 'package'],
    ['This is no\n * news.', 'no news', 'report'],
  ])('are found in %j', (text, found, instead) => {
    expect(bannedWords(text, glossary)).toEqual([{ line: 1, found, instead }]);
  });

  it.each(['untold stories', 'the roomy one', 'a chat room', 'rule'])('are not found in "%s"', (text) => {
    expect(bannedWords(text, glossary)).toEqual([]);
  });

  it('are found on the line where they are', () => {
    expect(bannedWords('a\nchat room, room\n\nroom', glossary).map(({ line }) => line)).toEqual([2, 4]);
  });
});
