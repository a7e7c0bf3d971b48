import type { List } from './value';

/** What browsers on other origins may do. */
export interface Cors<U = never> {
  /** `*` is every origin, also when the answer echoes whatever origin asks. */
  readonly origins: List<string, U>;
  readonly credentials: boolean | U;
  readonly methods: List<string, U>;
  readonly headers: List<string, U>;
  /** Headers of an answer that scripts may read; of HTTP APIs. */
  readonly exposed?: List<string, U>;
  /** Seconds. */
  readonly maxAge?: number | U;
}
