import { isRequestFailure } from './errors';

/**
 * A text that is found again by a line which GitHub does not show. It is its first line, so a marker that is quoted
 * somewhere in a text is none.
 */
export function marked(marker: string, text: string): string {
  return isMarked(marker, text) ? text : `${marker}\n${text}`;
}

export const isMarked = (marker: string, text: string | null | undefined): boolean =>
  text?.trimStart().startsWith(marker) ?? false;

/** GitHub's editor writes \r\n, and trailing space says nothing. */
export const sameText = (one: string | null | undefined, other: string): boolean => normal(one ?? '') === normal(other);

/** What is left when GitHub finds the text too long: its beginning up to a first section, and where all of it is. */
export function shortened(marker: string, text: string, link: string | undefined): string {
  const heading = text.split('\n').find((line) => /^#{1,6} /.test(line)) ?? '';
  const where = link ? `[the summary of this run](${link})` : 'the summary of the run that wrote it';
  const why = `It is longer than GitHub takes here. All of it is in ${where}.`;
  return marked(marker, [heading.slice(0, 300), why].filter(Boolean).join('\n\n'));
}

/** Writes a marked text; when GitHub finds it too long, its beginning with a link to all of it. */
export async function writeMarked<T>(
  { marker, text, link }: { marker: string; text: string; link?: string },
  write: (body: string) => Promise<T>,
): Promise<T> {
  const body = marked(marker, text);
  try {
    return await write(body);
  } catch (error) {
    if (!isTooLong(error)) throw error;
    return write(shortened(marker, body, link));
  }
}

/** GitHub's answer to a body above its limit: 422 with "body is too long (maximum is 65536 characters)". */
export const isTooLong = (error: unknown): boolean =>
  isRequestFailure(error) && error.status === 422 && /too long|maximum is \d+/i.test(error.message);

const normal = (text: string): string => text.replace(/\r\n/g, '\n').trimEnd();
