/** A behaviour of AWS, where AWS documents it, and the test that holds us to it. */
export interface Row<C> {
  /** One sentence, as the document lists it. */
  readonly name: string;
  /** URL of the AWS page, or of a recording of what AWS answered. */
  readonly source: string;
  /** Why the behaviour here is another one on purpose; `prove` then proves what is done here. */
  readonly differs?: string;
  readonly prove: (context: C) => Promise<void> | void;
}

/** The part of a row that a document shows. */
export type RowText = Pick<Row<never>, 'name' | 'source' | 'differs'>;

/** Rows by area, in the order of the document. */
export type Areas<R extends RowText = RowText> = Readonly<Record<string, readonly R[]>>;

/** A test for each row. `context` is read when a test runs, so `beforeAll` may make it. */
export function describeRows<C>(title: string, rows: readonly Row<C>[], context: () => C): void {
  describe(title, () => {
    it.each(rows)('$name', async ({ prove }) => prove(context()));
  });
}

/** A test for each row of each area. */
export function describeAreas<C>(areas: Areas<Row<C>>, context: () => C): void {
  for (const [title, rows] of Object.entries(areas)) describeRows(title, rows, context);
}
