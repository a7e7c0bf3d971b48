import { shorten } from '../../text/shorten';
import { visible } from '../../text/visible';

/** A name that cannot move the cursor, nor fill the screen. */
export const name = (text: string): string => shorten(visible(text), 160);
