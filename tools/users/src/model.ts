/** A user as Cognito tells it. */
export interface ExportedUser {
  readonly username: string;
  /** Such as `CONFIRMED`, `FORCE_CHANGE_PASSWORD` or `EXTERNAL_PROVIDER`. */
  readonly status: string;
  readonly enabled: boolean;
  /** ISO 8601. */
  readonly created: string;
  /** By their names in Cognito: `email`, `custom:tenant`, `sub`. `identities` is JSON. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface ExportedGroup {
  readonly name: string;
  readonly description?: string;
  readonly precedence?: number;
  readonly roleArn?: string;
}

/** What one request to Cognito brought; a file of pages without the last one is not complete. */
export type Page =
  | { readonly kind: 'groups'; readonly groups: readonly ExportedGroup[] }
  | { readonly kind: 'members'; readonly group: string; readonly usernames: readonly string[] }
  | { readonly kind: 'users'; readonly users: readonly ExportedUser[] }
  | { readonly kind: 'end'; readonly users: number };

/** What an export says of itself without being decrypted. */
export interface Header {
  readonly format: 'gatehouse-users-1';
  readonly userPoolId: string;
  /** The key that encrypts it. */
  readonly keyArn: string;
}
