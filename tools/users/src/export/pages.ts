import {
  type CognitoIdentityProviderClient,
  ListGroupsCommand,
  ListUsersCommand,
  ListUsersInGroupCommand,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { type ExportedGroup, type ExportedUser, type Page } from '../model';

/** What is read next. */
export type Cursor =
  | { readonly at: 'groups' }
  | { readonly at: 'members'; readonly group: string; readonly token?: string }
  | { readonly at: 'users'; readonly token?: string };

/** The most that Cognito answers at once. */
const LIMIT = 60;

/** Reads users a page at a time. Groups are read by their members: one request for sixty users, not one for each. */
export class Pages {
  private groups: readonly ExportedGroup[] | undefined;

  constructor(
    private readonly cognito: CognitoIdentityProviderClient,
    private readonly UserPoolId: string,
  ) {}

  /** @returns the page, and what is read after it; nothing after the last one */
  async read(cursor: Cursor): Promise<{ readonly page: Page; readonly next?: Cursor }> {
    switch (cursor.at) {
      case 'groups': {
        const groups = await this.allGroups();
        return { page: { kind: 'groups', groups }, next: this.membersOf(groups[0]) };
      }
      case 'members':
        return this.readMembers(cursor.group, cursor.token);
      case 'users':
        return this.readUsers(cursor.token);
    }
  }

  private async readMembers(group: string, token: string | undefined) {
    const { UserPoolId } = this;
    const request = { UserPoolId, GroupName: group, Limit: LIMIT, NextToken: token };
    const { NextToken, Users = [] } = await this.cognito.send(new ListUsersInGroupCommand(request));
    const page = { kind: 'members', group, usernames: Users.map(({ Username = '' }) => Username) } as const;
    if (NextToken) return { page, next: { at: 'members', group, token: NextToken } as const };
    const groups = await this.allGroups();
    return { page, next: this.membersOf(groups.find(({ name }) => name > group)) };
  }

  private async readUsers(token: string | undefined) {
    const { UserPoolId } = this;
    const { PaginationToken, Users = [] } = await this.cognito.send(
      new ListUsersCommand({ UserPoolId, Limit: LIMIT, PaginationToken: token }),
    );
    const page = { kind: 'users', users: Users.map(exported) } as const;
    return PaginationToken ? { page, next: { at: 'users', token: PaginationToken } as const } : { page };
  }

  private membersOf(group: ExportedGroup | undefined): Cursor {
    return group === undefined ? { at: 'users' } : { at: 'members', group: group.name };
  }

  /** By name, so that a run that goes on finds the one after. */
  private async allGroups(): Promise<readonly ExportedGroup[]> {
    if (this.groups) return this.groups;
    const found: ExportedGroup[] = [];
    let token: string | undefined;
    do {
      const request = { UserPoolId: this.UserPoolId, Limit: LIMIT, NextToken: token };
      const { Groups = [], NextToken } = await this.cognito.send(new ListGroupsCommand(request));
      for (const { Description, GroupName = '', Precedence, RoleArn } of Groups) {
        found.push({ name: GroupName, description: Description, precedence: Precedence, roleArn: RoleArn });
      }
      token = NextToken;
    } while (token);
    this.groups = found.sort((one, other) => (one.name < other.name ? -1 : 1));
    return this.groups;
  }
}

const exported = ({ Attributes = [], Enabled, UserCreateDate, Username = '', UserStatus }: UserType): ExportedUser => ({
  username: Username,
  status: UserStatus ?? 'UNKNOWN',
  enabled: Enabled ?? true,
  created: UserCreateDate?.toISOString() ?? '',
  attributes: Object.fromEntries(Attributes.map(({ Name = '', Value = '' }) => [Name, Value])),
});
