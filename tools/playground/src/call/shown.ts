import { type PlaygroundData, type Route } from '../contract';
import { personOf, type Session } from '../session/session';
import { type Signer } from './request';
import { sources } from './shown-sources';

/** Something that a caller shows, right or wrong. */
export interface Shown {
  readonly id: string;
  /** `ID token of ada@example.com` */
  readonly label: string;
  /** Which principal gets in by it; absent: none should. */
  readonly principal?: string;
  /** Makes it. @throws Error what could not be had, and why */
  make(): Promise<Carried>;
}

/** What goes with the request. */
export interface Carried {
  readonly token?: string;
  readonly signer?: Signer;
}

/** All that this page can show to a route now, and what it could show once someone is signed in. */
export function allShown(
  data: PlaygroundData,
  session: Session | undefined,
  route: Route,
  own: ReadonlySet<string>,
): Shown[] {
  const make = sources(data, session);
  const of = (kind: string) => data.principals.find((each) => each.kind === kind && own.has(each.id))?.id;
  const person = session ? personOf(session) : '';
  const machines = data.principals.filter(({ kind }) => kind === 'machine');
  const good = make.goodFor(route);
  return [
    { id: 'nothing', label: 'Nothing', principal: 'anyone', make: async () => ({}) },
    ...(session
      ? [
          { id: 'id', label: `ID token of ${person}`, principal: of('id-token'), make: make.idToken },
          { id: 'access', label: `Access token of ${person}`, principal: of('access-token'), make: make.accessToken },
        ]
      : []),
    ...machines.map(({ clientId = '', id, name }) => ({
      ...{ id, label: `Access token of ${name.replace(/^M/, 'm')}`, principal: id, make: () => make.machine(clientId) },
    })),
    ...(good ? WRONG.map(({ but, label }) => ({ id: but, label, make: () => make.wrong(good, but) })) : []),
    ...data.principals
      .filter(({ kind }) => kind === 'guest')
      .map((guest) => ({
        id: guest.id,
        label: `AWS credentials of a guest of ${guest.detail ?? 'the identity pool'}`,
        principal: guest.id,
        make: () => make.guest(guest.identityPoolId ?? ''),
      })),
    ...data.principals
      .filter(({ id, kind }) => kind === 'signed-in' && own.has(id))
      .map((each) => ({
        id: each.id,
        label: `AWS credentials of ${person}`,
        principal: each.id,
        make: () => make.signedIn(each.identityPoolId ?? ''),
      })),
    ...data.principals
      .filter(({ kind }) => kind === 'guest')
      .slice(0, 1)
      .map((guest) => ({
        id: 'wrong-secret',
        label: 'AWS credentials with a wrong secret key',
        make: () => make.wrongSecret(guest.identityPoolId ?? ''),
      })),
  ];
}

const WRONG = [
  { but: 'tampered', label: 'A token that was changed after it was signed' },
  { but: 'expired', label: 'A token that expired' },
  { but: 'otherPool', label: 'A token of another user pool' },
] as const;
