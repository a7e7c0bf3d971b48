/** In px: a line of text, a row of a route, inside of a box, between boxes. */
export const LINE = 17;
export const ROW = 28;
export const PAD = 9;
export const GAP = 14;
