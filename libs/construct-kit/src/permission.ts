/** Actions that a role may do, and what it may do them with. */
export interface Permission {
  /** Names the statement in the role's policy; letters and digits. */
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}
