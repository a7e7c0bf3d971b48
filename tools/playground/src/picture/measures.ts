/** In px: a line of text, a row of a route, the column of methods, inside of a box, between boxes. */
export const LINE = 17;
export const ROW = 28;
export const METHOD_WIDTH = 62;
export const PAD = 9;
export const GAP = 14;
