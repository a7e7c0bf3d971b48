import { domainToASCII } from 'node:url';
import { check, plainText } from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { type IConstruct } from 'constructs';

/** Bytes of text in one encoded word, which has at most 75 characters. https://www.rfc-editor.org/rfc/rfc2047#section-2 */
const WORD_BYTES = 45;

/** An e-mail address as mail servers take it: its domain in Punycode. */
export interface Mailbox {
  readonly address: string;
  /** Undefined when the address is known only when Terraform runs. */
  readonly domain?: string;
}

/** @throws ConstructError for what is no e-mail address, and for a local part that SES does not take. */
export function mailbox(construct: IConstruct, prop: string, address: string): Mailbox {
  if (Token.isUnresolved(address)) return { address };
  const [, local = '', host = ''] = /^([^@\s]+)@([^@\s]+)$/.exec(address) ?? [];
  const domain = domainToASCII(host);
  check(construct, /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}$/.test(local) && /^[^.]+(\.[^.]+)+$/.test(domain), {
    prop,
    expected: 'an e-mail address whose part before the @ is ASCII, such as no-reply@example.com',
    found: address,
    fix: 'Correct it; the domain may have letters of any language, and the name belongs into `fromName`',
  });
  return { address: `${local}@${domain}`, domain };
}

/** A domain as mail servers take it; what is no domain stays, for the message that refuses it. */
export const inPunycode = (domain: string): string =>
  Token.isUnresolved(domain) ? domain : domainToASCII(domain) || domain;

/**
 * The `From` of an e-mail: a name, quoted or encoded where mail needs it, and the address.
 *
 * @throws ConstructError for a name with line breaks, which would begin another header.
 */
export function named(construct: IConstruct, name: string | undefined, address: string): string {
  if (name === undefined) return address;
  const printable = Token.isUnresolved(name) || (/\S/.test(name) && !/\p{Cc}/u.test(name));
  check(construct, printable, {
    prop: 'email.fromName',
    expected: 'a name in one line',
    found: name,
    fix: 'Write it without line breaks and control characters',
  });
  return `${plainText(phrase(name))} <${address}>`;
}

const phrase = (name: string): string =>
  /^[ -~]*$/.test(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : encodedWords(name).join(' ');

/** https://www.rfc-editor.org/rfc/rfc2047: no character is torn apart. */
function encodedWords(name: string): string[] {
  const words = [''];
  for (const character of name) {
    const word = words[words.length - 1] + character;
    if (Buffer.byteLength(word) > WORD_BYTES) words.push(character);
    else words[words.length - 1] = word;
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`);
}
