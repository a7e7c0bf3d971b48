/** A place in code that an error is about besides its own: its `cause`, which tools/run-ts shows as it shows the error. */
export class OtherPlace extends Error {
  override readonly name = 'OtherPlace';
}
