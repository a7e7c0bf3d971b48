import { shorten } from '../../text/shorten';
import { visible } from '../../text/visible';

/** Text of the page or of an attribute in double quotes. */
export const text = (value: string): string => escape(shorten(visible(value), 1000));

export const code = (value: string): string => `<code>${text(value)}</code>`;

const escape = (value: string): string => value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
