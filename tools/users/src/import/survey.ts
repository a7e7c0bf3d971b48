import { type ExportedUser, type Page } from '../model';

/** A sign-in through an identity provider that is linked to a user. */
export interface Identity {
  readonly providerName: string;
  readonly userId: string;
}

/** What an export holds, as an import needs it. */
export interface Survey {
  /** Users with a name of their own, each once. */
  readonly users: readonly ExportedUser[];
  /** How many users signed in only through an identity provider. */
  readonly external: number;
  /** User names by group, without the groups that Cognito makes for identity providers. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

export async function survey(pages: AsyncIterable<Page>): Promise<Survey> {
  const users = new Map<string, ExportedUser>();
  const external = new Set<string>();
  const members = new Map<string, string[]>();
  for await (const page of pages) {
    // A user who is made while the export runs may stand in it twice.
    if (page.kind === 'users') {
      for (const user of page.users) {
        if (user.status === 'EXTERNAL_PROVIDER') external.add(user.username);
        else users.set(user.username, user);
      }
    }
    if (page.kind === 'members') members.set(page.group, [...(members.get(page.group) ?? []), ...page.usernames]);
  }
  const own = [...members].map(([group, names]) => [group, names.filter((name) => users.has(name))] as const);
  return {
    users: [...users.values()],
    external: external.size,
    members: new Map(own.filter(([, names]) => names.length > 0)),
  };
}

/** The identities that are linked to a user; those of the user's own making have none. */
export function identitiesOf({ attributes }: ExportedUser): readonly Identity[] {
  return attributes['identities'] ? (JSON.parse(attributes['identities']) as Identity[]) : [];
}
