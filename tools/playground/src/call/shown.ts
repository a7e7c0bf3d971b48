import { type PlaygroundData, type Route } from '../contract';
import { personOf, type Session } from '../session/session';
import { type Signer } from './request';
import { type Sources, sources } from './shown-sources';

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

interface Context {
  readonly data: PlaygroundData;
  readonly session: Session | undefined;
  readonly route: Route;
  /** Ids of the principals that the signed-in person is. */
  readonly own: ReadonlySet<string>;
}

/** All that this page can show to a route now: nothing, tokens, wrong tokens, AWS credentials. */
export function allShown(context: Context): Shown[] {
  const make = sources(context.data, context.session);
  const nothing = { id: 'nothing', label: 'Nothing', principal: 'anyone', make: async () => ({}) };
  return [nothing, ...tokens(context, make), ...wrongTokens(context, make), ...awsCredentials(context, make)];
}

function tokens({ data, own, session }: Context, make: Sources): Shown[] {
  const machines = data.principals
    .filter(({ kind }) => kind === 'machine')
    .map(({ clientId = '', id, name }) => {
      const label = `Access token of ${name.replace(/^M/, 'm')}`;
      return { id, label, principal: id, make: () => make.machine(clientId) };
    });
  if (session === undefined) return machines;
  const of = (kind: string) => data.principals.find((each) => each.kind === kind && own.has(each.id))?.id;
  const person = personOf(session);
  return [
    { id: 'id', label: `ID token of ${person}`, principal: of('id-token'), make: make.idToken },
    { id: 'access', label: `Access token of ${person}`, principal: of('access-token'), make: make.accessToken },
    ...machines,
  ];
}

function wrongTokens({ route }: Context, make: Sources): Shown[] {
  const good = make.goodFor(route);
  return good ? WRONG.map(({ but, label }) => ({ id: but, label, make: () => make.wrong(good, but) })) : [];
}

function awsCredentials({ data, own, session }: Context, make: Sources): Shown[] {
  const guests = data.principals.filter(({ kind }) => kind === 'guest');
  const people = session ? data.principals.filter(({ id, kind }) => kind === 'signed-in' && own.has(id)) : [];
  return [
    ...guests.map(({ detail = 'the identity pool', id, identityPoolId = '' }) => {
      const label = `AWS credentials of a guest of ${detail}`;
      return { id, label, principal: id, make: () => make.guest(identityPoolId) };
    }),
    ...people.map(({ id, identityPoolId = '' }) => {
      const label = `AWS credentials of ${session ? personOf(session) : ''}`;
      return { id, label, principal: id, make: () => make.signedIn(identityPoolId) };
    }),
    ...guests.slice(0, 1).map(({ identityPoolId = '' }) => {
      const label = 'AWS credentials with a wrong secret key';
      return { id: 'wrong-secret', label, make: () => make.wrongSecret(identityPoolId) };
    }),
  ];
}

const WRONG = [
  { but: 'tampered', label: 'A token that was changed after it was signed' },
  { but: 'expired', label: 'A token that expired' },
  { but: 'otherPool', label: 'A token of another user pool' },
] as const;
