import { type TextStream } from '../screen';

/** A stream that keeps what is written to it. */
export class KeptStream implements TextStream {
  text = '';

  /**
   * @param columns of a terminal. @default - it says no width
   * @param isTTY @default whether it has a width
   */
  constructor(
    readonly columns = 0,
    readonly isTTY = columns > 0,
  ) {}

  write(text: string): true {
    this.text += text;
    return true;
  }

  on(): this {
    return this;
  }
}
