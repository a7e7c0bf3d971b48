import { type Change } from './changes';

/** What a deploy makes of a change, and of taking it back. */
export interface Outcome extends Change {
  readonly there: Result;
  readonly back: Result;
}

export type Result =
  | 'applied'
  | 'replaced'
  /** Terraform sees no difference, and there is none. */
  | 'not seen'
  /** Terraform sees no difference, and AWS keeps what it had. */
  | 'kept'
  /** The next plan wants to change something again, and the one after the next deploy does not. */
  | 'in two deploys'
  /** Each plan wants to change something again. */
  | 'planned again'
  /** Applied, and the stage serves what was before. */
  | 'not served'
  | { readonly refused: string };
