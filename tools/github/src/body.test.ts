import { isMarked, marked, sameText, shortened } from './body';

const MARKER = '<!-- gatehouse-plan-review -->';

describe('a text with a hidden marker', () => {
  it('is marked once', () => {
    expect(marked(MARKER, marked(MARKER, 'text'))).toBe(`${MARKER}\ntext`);
  });

  it('is known by its first line only', () => {
    expect(isMarked(MARKER, `\r\n${MARKER}\r\ntext`)).toBe(true);
    expect(isMarked(MARKER, `> ${MARKER}`)).toBe(false);
    expect(isMarked(MARKER, undefined)).toBe(false);
  });

  it('is the same whatever ends its lines', () => {
    expect(sameText('one\r\ntwo\r\n\r\n', 'one\ntwo')).toBe(true);
    expect(sameText('one two', 'one\ntwo')).toBe(false);
  });

  it('is shortened to its heading, and to a line when it has none', () => {
    expect(shortened(MARKER, '### Prod: risky\nlong', undefined)).toBe(
      `${MARKER}\n### Prod: risky\n\nIt is longer than GitHub takes here. All of it is in the summary of the run that wrote it.`,
    );
    expect(shortened(MARKER, 'long', 'https://run')).toBe(
      `${MARKER}\nIt is longer than GitHub takes here. All of it is in [the summary of this run](https://run).`,
    );
  });
});
