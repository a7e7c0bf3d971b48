import { signal } from '@preact/signals';
import { type Tokens } from '../cognito/tokens';
import { decodeToken } from '../tokens/decode';

/** Who is signed in to this page. */
export interface Session {
  readonly poolId: string;
  readonly clientId: string;
  readonly way: 'password' | 'SRP' | 'sign-in page';
  readonly tokens: Tokens;
}

const KEPT = 'gatehouse.session';

/** Kept in this tab, so that a reload of the page does not sign out. */
export const session = signal<Session | undefined>(readKept());

session.subscribe((now) => {
  if (now === undefined) sessionStorage.removeItem(KEPT);
  else sessionStorage.setItem(KEPT, JSON.stringify(now));
});

/** `ada@example.com`, else the user name. */
export function personOf({ tokens }: Session): string {
  const claims = decodeToken(tokens.idToken)?.claims ?? decodeToken(tokens.accessToken)?.claims ?? {};
  return String(claims['email'] ?? claims['cognito:username'] ?? claims['username'] ?? claims['sub'] ?? 'a person');
}

/** The user name in the pool, which operations of Cognito take. */
export const usernameOf = ({ tokens }: Session): string =>
  String(decodeToken(tokens.accessToken)?.claims['username'] ?? '');

function readKept(): Session | undefined {
  const kept = sessionStorage.getItem(KEPT);
  return kept === null ? undefined : (JSON.parse(kept) as Session);
}
