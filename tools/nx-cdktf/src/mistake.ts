/** A user's mistake: the message says what was expected, what was found and what to do, and needs no stack trace. */
export class Mistake extends Error {
  override name = 'Mistake';

  constructor(message: string) {
    super(message);
    this.stack = undefined;
  }
}
