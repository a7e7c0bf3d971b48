import { type Change } from './changes';
import { type Sink } from './sink';

/** A change that the provider (5.100.0) does not make, or not whole. */
export interface Fault {
  /** Resource type, then blocks and argument. */
  readonly argument: string;
  readonly kind: Change['kind'];
  readonly found: 'kept' | 'not seen' | 'refused' | 'in two deploys' | 'planned again' | 'not served';
  /** Whether it is found when the change is made, or when it is taken back. @default 'there' */
  readonly when?: 'there' | 'back';
  /** What happens instead. */
  readonly what: string;
  /** Where others have reported it. */
  readonly report: string;
  /** How our constructs keep people from it. */
  readonly ours: string;
}

export const argumentOf = ({ type, path }: Pick<Change, 'type' | 'path'>): string => [type, ...path].join('.');

export const faultOf = ({ faults }: Pick<Sink, 'faults'>, change: Pick<Change, 'type' | 'path' | 'kind'>) =>
  faults.find(({ argument, kind }) => argument === argumentOf(change) && kind === change.kind);
