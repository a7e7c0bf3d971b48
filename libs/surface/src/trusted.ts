/** Whom a team trusts beside its own accounts: letting them in is no finding. */
export interface Trusted {
  /** AWS accounts, 12 digits each. */
  readonly accounts: readonly string[];
  /** AWS Organizations, such as `o-a1b2c3d4e5`. */
  readonly organizations: readonly string[];
  /** Issuers of tokens, such as `https://login.example.com`. */
  readonly issuers: readonly string[];
}

/** A team that trusts nobody else. */
export const NOBODY: Trusted = { accounts: [], organizations: [], issuers: [] };

/** All that any of these trust. */
export const allTrusted = (each: readonly Partial<Trusted>[]): Trusted => ({
  accounts: each.flatMap(({ accounts = [] }) => accounts),
  organizations: each.flatMap(({ organizations = [] }) => organizations),
  issuers: each.flatMap(({ issuers = [] }) => issuers),
});
