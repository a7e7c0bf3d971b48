/**
 * A value that is not known: a whole document, a statement, or a value in one. It is an object of this class, never data, so
 * no document can look like it.
 */
export class Unknown {
  /** @param because for messages: `known after apply` */
  constructor(readonly because = 'known after apply') {}
}
