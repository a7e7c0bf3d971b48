import pc from 'picocolors';

type Output = Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>;

export const { createColors } = pc;

export type Colors = ReturnType<typeof createColors>;

/** Colour on terminals only, unless NO_COLOR (https://no-color.org) or FORCE_COLOR say otherwise. */
export function usesColor({ isTTY }: Output, env: NodeJS.ProcessEnv = process.env): boolean {
  const { NO_COLOR = '', FORCE_COLOR = '', TERM } = env;
  if (NO_COLOR !== '') return false;
  if (FORCE_COLOR !== '') return !['0', 'false'].includes(FORCE_COLOR);
  return isTTY === true && TERM !== 'dumb';
}

export const colorsFor = (output: Output): Colors => createColors(usesColor(output));

/** Columns of a terminal. A file has none, and some terminals say 0. @default 100 */
export const widthOf = ({ columns }: Output): number => columns || 100;
