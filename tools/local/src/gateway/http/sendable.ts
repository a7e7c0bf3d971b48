import { type Answer } from '../exchange';

/** https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 */
const headerName = /^[!#$%&'*+.^_`|~\dA-Za-z-]+$/;

/** Line breaks, control characters and everything beyond ISO 8859-1. */
const unsendableCharacter = /[^\t\x20-\x7e\x80-\xff]/;

/** Why HTTP cannot carry an answer; nothing if it can. A status below 200 is no answer: the client would wait for one. */
export function unsendable({ status, headers }: Pick<Answer, 'status' | 'headers'>): string | undefined {
  if (!Number.isInteger(status) || status < 200 || status > 599) return `its status is ${status}, expected 200 to 599`;
  for (const [name, value] of headers) {
    if (!headerName.test(name)) return `its header ${JSON.stringify(name)} has a name that HTTP does not allow`;
    if (unsendableCharacter.test(value)) return `its header ${name} has a value that HTTP does not allow`;
  }
  return undefined;
}

/** A value from a request as a header can carry it: what it cannot is percent-encoded. */
export const headerValue = (text: string): string =>
  text.replace(new RegExp(unsendableCharacter, 'gu'), (character) =>
    [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
