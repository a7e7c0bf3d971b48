import {
  AdminAddUserToGroupCommand,
  AdminDisableUserCommand,
  AdminLinkProviderForUserCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { type ExportedUser } from '../model';
import { identitiesOf, type Survey } from './survey';
import { type Target } from './target';

/** What a CSV file cannot say of one user. */
export interface Rest {
  readonly username: string;
  readonly groups: readonly string[];
  readonly disabled: boolean;
  readonly identities: ReturnType<typeof identitiesOf>;
}

/** Of the users that have such, always in the same order. */
export function restOf(target: Target, { members, users }: Survey): Rest[] {
  const groups = new Map<string, string[]>();
  for (const [group, names] of members) {
    for (const name of new Set(names)) groups.set(name, [...(groups.get(name) ?? []), group]);
  }
  const rest = (user: ExportedUser): Rest => ({
    username: target.nameOf(user),
    groups: groups.get(user.username) ?? [],
    disabled: !user.enabled,
    identities: identitiesOf(user),
  });
  return users
    .map(rest)
    .filter(({ disabled, groups: own, identities }) => disabled || own.length > 0 || identities.length > 0);
}

/** What became of one user. */
export interface Brought {
  /** False when the user was not imported. */
  readonly found: boolean;
  /** For each identity that belongs to another user, or cannot be linked, what Cognito says. */
  readonly unlinked: readonly string[];
}

/**
 * Puts a user into groups, links identities, and disables who was disabled. Each can be done twice, so an interrupted import does
 * it again.
 */
export async function bringRest(
  cognito: CognitoIdentityProviderClient,
  UserPoolId: string,
  rest: Rest,
): Promise<Brought> {
  const Username = rest.username;
  const unlinked: string[] = [];
  try {
    for (const GroupName of rest.groups) {
      await cognito.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName }));
    }
    for (const identity of rest.identities) {
      const refused = await link(cognito, UserPoolId, Username, identity);
      if (refused !== undefined) unlinked.push(refused);
    }
    if (rest.disabled) await cognito.send(new AdminDisableUserCommand({ UserPoolId, Username }));
    return { found: true, unlinked };
  } catch (error) {
    if ((error as Error).name === 'UserNotFoundException') return { found: false, unlinked };
    throw error;
  }
}

/** @returns why Cognito refuses this identity, for which other users must not wait */
async function link(
  cognito: CognitoIdentityProviderClient,
  UserPoolId: string,
  Username: string,
  { providerName, userId }: Rest['identities'][number],
): Promise<string | undefined> {
  const request = new AdminLinkProviderForUserCommand({
    UserPoolId,
    DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: Username },
    SourceUser: {
      ProviderName: providerName,
      ProviderAttributeName: 'Cognito_Subject',
      ProviderAttributeValue: userId,
    },
  });
  try {
    await cognito.send(request);
    return undefined;
  } catch (error) {
    const { message, name } = error as Error;
    if (isLinkedAlready(error as Error)) return undefined;
    if (REFUSALS.has(name)) return `${name}: ${message}`;
    throw error;
  }
}

/** The identity is linked already, or its person has signed in with it. */
const REFUSALS = new Set(['AliasExistsException', 'InvalidParameterException']);

/** Cognito refuses a link that is there, and has no name of its own for that. */
const isLinkedAlready = ({ message, name }: Error): boolean =>
  name === 'InvalidParameterException' && message.includes('already linked to DestinationUser');
