import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

export type Paint = (style: Style, text: string) => string;

/** Colour for people only: none in a pipe, none when NO_COLOR is set (https://no-color.org). */
export function paintFor(stream: { isTTY?: boolean }): Paint {
  const coloured = Boolean(stream.isTTY) && !process.env['NO_COLOR'];
  return (style, text) => (coloured ? styleText(style, text) : text);
}
