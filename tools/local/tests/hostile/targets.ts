import { type Emulator } from '../../src/emulator';
import { openDoor, type Door } from '../front-door/door';
import { Aws } from '../gaps';
import { type Made } from '../gaps/gap';
import { addUser, idToken, makeIdentityPool } from '../gaps/identity-pool';
import { PASSWORD, passwordSignIn } from '../gaps/user-pool';

/** What is attacked: two user pools with an identity pool each, and a pool with sign-in pages. */
export interface Targets {
  readonly aws: Aws;
  readonly emulator: Emulator;
  readonly door: Door;
  readonly mine: Made;
  /** Of another team. */
  readonly other: Made;
}

export async function openTargets(emulator: Emulator): Promise<Targets> {
  const aws = new Aws(emulator.url);
  return {
    aws,
    emulator,
    door: await openDoor(emulator),
    mine: await makeIdentityPool(aws),
    other: await makeIdentityPool(aws),
  };
}

export interface Tokens {
  readonly IdToken: string;
  readonly AccessToken: string;
  readonly RefreshToken: string;
}

/** A user of the first pool that no other test knows, signed in. */
export async function newPerson({ aws, mine }: Targets): Promise<Made & Tokens> {
  const person = await addUser(aws, mine);
  const { AuthenticationResult } = await passwordSignIn(aws, mine.app!, person.email!);
  return { ...person, ...AuthenticationResult };
}

export const getUser = ({ aws }: Targets, AccessToken: string) => aws.publicIdp('GetUser', { AccessToken });

export const refresh = ({ aws }: Targets, ClientId: string | undefined, REFRESH_TOKEN: string) =>
  aws.publicIdp('InitiateAuth', { ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN } });

export { idToken, PASSWORD, passwordSignIn };
