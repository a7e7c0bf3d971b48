/** A ratio of two measurements of one run, and what it must not pass. */
export interface Result {
  readonly name: string;
  readonly ratio: number;
  readonly limit: number;
}
