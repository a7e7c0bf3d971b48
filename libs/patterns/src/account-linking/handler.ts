import {
  AdminLinkProviderForUserCommand,
  CognitoIdentityProviderClient,
  ListUsersCommand,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { type PreSignUpTriggerEvent } from 'aws-lambda';
import { identityOf, isLocalAndVerified, quoted, type TrustedProvider } from './trust';

/** Written into the bundle: whose word for an e-mail address counts. */
declare const PROVIDERS: readonly TrustedProvider[];

/** What Cognito is asked, so that a test can answer. */
export interface Directory {
  /** Every user with exactly this address, as it is written. */
  usersOf(userPoolId: string, email: string): Promise<UserType[]>;
  link(userPoolId: string, username: string, provider: string, subject: string): Promise<void>;
}

/** Cognito calls it before it makes an account. An error is an error for the application, and there is no account. */
export async function handler(event: PreSignUpTriggerEvent): Promise<PreSignUpTriggerEvent> {
  if (event.triggerSource === 'PreSignUp_ExternalProvider') await linkToAccount(event, PROVIDERS, cognito());
  return event;
}

/**
 * Links a person who comes from a trusted provider for the first time to the account with the same verified address. Anyone who
 * cannot be linked gets an account of their own, as without this function.
 */
export async function linkToAccount(
  { request, userName, userPoolId }: Pick<PreSignUpTriggerEvent, 'request' | 'userName' | 'userPoolId'>,
  providers: readonly TrustedProvider[],
  directory: Directory,
): Promise<void> {
  const { email, email_verified: verified } = request.userAttributes;
  const identity = identityOf(userName, request.userAttributes, providers);
  if (identity === undefined || !email || verified !== 'true') return;
  const found = await withAddress(directory, userPoolId, email);
  const accounts = found.filter(isLocalAndVerified);
  if (accounts.length > 1) {
    throw new Error('More than one account has this e-mail address. Sign in with the password of one of them.');
  }
  const username = accounts[0]?.Username;
  if (username !== undefined) await directory.link(userPoolId, username, identity.provider, identity.subject);
}

/** Cognito tells upper from lower case when it looks for an address; people do not. */
async function withAddress(directory: Directory, userPoolId: string, email: string): Promise<UserType[]> {
  const spellings = [...new Set([email, email.toLowerCase()])];
  const found = await Promise.all(spellings.map((spelling) => directory.usersOf(userPoolId, spelling)));
  return [...new Map(found.flat().map((user) => [user.Username, user])).values()];
}

function cognito(client = new CognitoIdentityProviderClient()): Directory {
  return {
    usersOf: (userPoolId, email) => allUsers(client, userPoolId, `email = "${quoted(email)}"`),
    async link(UserPoolId, username, provider, subject) {
      const link = new AdminLinkProviderForUserCommand({
        UserPoolId,
        DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: username },
        SourceUser: {
          ProviderName: provider,
          ProviderAttributeName: 'Cognito_Subject',
          ProviderAttributeValue: subject,
        },
      });
      try {
        await client.send(link);
      } catch (error) {
        if (!isLinkedAlready(error as Error)) throw error;
      }
    },
  };
}

/** Cognito calls a slow trigger again, and has no name of its own for a link that the first call made. */
const isLinkedAlready = ({ message, name }: Error): boolean =>
  name === 'InvalidParameterException' && message.includes('already linked to DestinationUser');

/** A page may be empty though others follow. */
async function allUsers(client: CognitoIdentityProviderClient, UserPoolId: string, Filter: string) {
  const users: UserType[] = [];
  let PaginationToken: string | undefined;
  do {
    const page = await client.send(new ListUsersCommand({ UserPoolId, Filter, PaginationToken }));
    users.push(...(page.Users ?? []));
    PaginationToken = page.PaginationToken;
  } while (PaginationToken !== undefined);
  return users;
}
