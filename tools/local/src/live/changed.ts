import { type AccessChange } from '@gatehouse/surface';

/** What a reload changed, for machines; it has the members that the reload was for. */
export interface Changed {
  /** Functions that run other code. */
  readonly functions?: readonly string[];
  /** `local-api: 2 added, 1 changed, 0 removed`, of each stack that was applied. */
  readonly stacks?: readonly string[];
  /** Routes whose callers are others. */
  readonly access?: readonly AccessChange[];
  /** Everyone who can be signed in as, by name. */
  readonly users?: readonly string[];
}
