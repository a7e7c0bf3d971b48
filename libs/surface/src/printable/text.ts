import { shownUrl } from './url';

/**
 * A sentence about a plan without what must never be printed, whichever rule wrote it: user, query and fragment of URLs,
 * and e-mail addresses.
 */
export function printableText(text: string): string {
  if (!text.includes('@') && !text.includes('://')) return text;
  return text.replace(URL, withoutSecrets).replace(EMAIL, '(e-mail address)');
}

const URL = /[a-z][a-z0-9+.-]*:\/\/\S+/gi;
const EMAIL = /(?<![\w:/@])[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+/g;

/** What ends the sentence or closes a bracket is no part of the URL. */
function withoutSecrets(url: string): string {
  const end = /[.,;:)\]}"'’”]*$/.exec(url)?.[0] ?? '';
  return `${shownUrl(url.slice(0, url.length - end.length))}${end}`;
}
