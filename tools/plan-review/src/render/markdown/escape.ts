import { shorten } from '../../text/shorten';
import { visible } from '../../text/visible';

const LONGEST_NAME = 200;
const LONGEST_TEXT = 600;

/** A name as inline code: nothing in it is markup, a mention or a link. In a cell of a table, too. */
export function code(name: string): string {
  // A backslash before a pipe would end the cell all the same, so there the pipe is written out.
  const text = shorten(visible(name), LONGEST_NAME).replaceAll('\\|', '\\\\u{7c}').replaceAll('|', '\\|');
  if (text.trim() === '') return '(no name)';
  const fence = '`'.repeat(longestRun(text) + 1);
  const pad = text.startsWith('`') || text.endsWith('`') || fence.length > 1 ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** A sentence: nothing in it is markup or a mention. In a cell of a table, too. */
export const prose = (text: string): string =>
  inert(text)
    .replace(/[\\`*_[\]#|~!$^]/g, '\\$&')
    .replace(/[<>&]/g, entity)
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=:]/, '\\$&');

/** Inside of an HTML block, where Markdown is not read. */
export const html = (text: string): string => inert(text).replace(/[<>&"']/g, entity);

/** A fence that its content cannot close, and the content line by line. */
export function fenced(language: string, lines: readonly string[]): string {
  let fence = '```';
  for (const line of lines) {
    const run = line.includes('```') ? longestRun(line) : 0;
    if (run >= fence.length) fence = '`'.repeat(run + 1);
  }
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

/** A name inside of a fence. */
export const plain = (name: string): string => shorten(visible(name), LONGEST_NAME);

/**
 * Mentions, references to issues, links: broken by a space of no width, as Markdown has no escape for them. At the end,
 * too: what we write next may be a word.
 */
const inert = (text: string): string =>
  shorten(visible(text), LONGEST_TEXT)
    .trim()
    .replace(/@(?=\w|$)|#(?=\d|$)|:(?=\/\/)|www(?=\.|$)|GH(?=-\d)/gi, '$&\u200b');

const entity = (character: string): string => `&#${character.charCodeAt(0)};`;

const longestRun = (text: string): number =>
  (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
