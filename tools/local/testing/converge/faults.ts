import { type Change } from './changes';

/** A change that the provider (5.100.0) does not make, or not whole. */
export interface Fault {
  /** Resource type, then blocks and argument. */
  readonly argument: string;
  readonly kind: Change['kind'];
  /** What happens instead. */
  readonly what: string;
  /** Where it is reported; "none found". */
  readonly report: string;
  /** How our constructs keep people from it. */
  readonly ours: string;
}

export const faults: readonly Fault[] = [];

export const faultOf = ({ type, path, kind }: Change): Fault | undefined =>
  faults.find((fault) => fault.argument === [type, ...path].join('.') && fault.kind === kind);
