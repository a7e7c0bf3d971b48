import { type TextStream } from '../screen';

/** A stream that keeps what is written to it. */
export class KeptStream implements TextStream {
  text = '';

  /** @param columns of a terminal. @default - it is none */
  constructor(readonly columns = 0) {}

  get isTTY(): boolean {
    return this.columns > 0;
  }

  write(text: string): true {
    this.text += text;
    return true;
  }
}
