import {
  type CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
  GetCSVHeaderCommand,
  paginateListGroups,
  paginateListIdentityProviders,
} from '@aws-sdk/client-cognito-identity-provider';
import { UserError } from '@gatehouse/cli-kit';
import { type ExportedUser } from '../model';
import { misfitOf } from './misfit';
import { identitiesOf, type Survey } from './survey';

/** The pool that users are put into. */
export interface Target {
  readonly userPoolId: string;
  /** Columns of its CSV file. */
  readonly columns: readonly string[];
  readonly groups: ReadonlySet<string>;
  readonly providers: ReadonlySet<string>;
  /** What it calls a user: an address where people sign in with theirs. */
  nameOf(user: ExportedUser): string;
  /** Why Cognito will not take the user; undefined when it does. */
  misfit(user: ExportedUser): string | undefined;
  /** Where Cognito writes what became of each row. */
  readonly logGroup: string;
}

export async function readTarget(client: CognitoIdentityProviderClient, userPoolId: string): Promise<Target> {
  const UserPoolId = userPoolId;
  const { UserPool = {} } = await client.send(new DescribeUserPoolCommand({ UserPoolId }));
  const { CSVHeader = [] } = await client.send(new GetCSVHeaderCommand({ UserPoolId }));
  const groups = new Set<string>();
  for await (const { Groups = [] } of paginateListGroups({ client }, { UserPoolId })) {
    for (const { GroupName = '' } of Groups) groups.add(GroupName);
  }
  const providers = new Set<string>();
  for await (const { Providers = [] } of paginateListIdentityProviders({ client }, { UserPoolId })) {
    for (const { ProviderName = '' } of Providers) providers.add(ProviderName);
  }
  const by = UserPool.UsernameAttributes ?? [];
  return {
    userPoolId,
    columns: CSVHeader,
    groups,
    providers,
    nameOf: ({ attributes, username }) =>
      by.map((name) => attributes[name]).find((address) => address !== undefined) ?? username,
    misfit: (user) => misfitOf(UserPool, user),
    logGroup: `/aws/cognito/userpools/${userPoolId}/${UserPool.Name}`,
  };
}

/** Attributes that Cognito writes itself. */
const ITS_OWN = new Set(['sub', 'identities']);

/** @throws UserError when the pool lacks what the users have, so that nothing is lost silently. */
export function checkTarget(target: Target, { members, users }: Survey): void {
  const attributes = new Set(users.flatMap((user) => Object.keys(user.attributes)));
  const linked = new Set(users.flatMap((user) => identitiesOf(user).map(({ providerName }) => providerName)));
  const lacking = [
    ...without(attributes, new Set([...target.columns, ...ITS_OWN])).map((name) => `attribute ${name}`),
    ...without(members.keys(), target.groups).map((name) => `group ${name}`),
    ...without(linked, target.providers).map((name) => `identity provider ${name}`),
  ];
  if (lacking.length === 0) return;
  throw new UserError(
    `${target.userPoolId} lacks what the users have: ${lacking.join(', ')}. Declare it in the stack and deploy, then import again.`,
  );
}

const without = (names: Iterable<string>, known: ReadonlySet<string>): string[] =>
  [...names].filter((name) => !known.has(name)).sort();
