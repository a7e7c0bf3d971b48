/** In px: a line of text, a row of a route, inside of a box, between boxes. */
export const LINE = 17;
export const ROW = 28;
export const PAD = 9;
export const GAP = 14;

/** Where edges meet a box of routes: at its middle, or near its title where it is tall, so that both are seen at once. */
export const anchorOf = ({ height, y }: { readonly height: number; readonly y: number }): number =>
  y + Math.min(height / 2, 36);
