/** Something that the person who runs the bootstrap can put right; the message is complete and printable. */
export class BootstrapError extends Error {
  override name = 'BootstrapError';
}
