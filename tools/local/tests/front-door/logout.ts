import { type Row, source } from '../../testing/conformance';
import { asking, CALLBACK, type Door, signIn } from './door';
import { Visitor } from './visitor';

const row = (name: string, prove: Row<Door>['prove'], differs?: string): Row<Door> => ({
  name,
  source: source.cognitoGuide('logout-endpoint'),
  prove,
  ...(differs !== undefined && { differs }),
});

const OUT = 'http://localhost:3000/';
const signOut = (door: Door, query: Record<string, string>) =>
  door.visitor().get(`/logout?${new URLSearchParams(query).toString()}`);

export const logoutRows: Row<Door>[] = [
  row('logout: ends the session, and goes to a registered sign-out URL', async (door) => {
    const visitor = door.visitor();
    await signIn(visitor, asking(door.web));
    const old = visitor.cookies.get('cognito')!;
    const { location, status } = await visitor.get(`/logout?client_id=${door.web.id}&logout_uri=${OUT}`);
    expect([status, location, visitor.cookies.has('cognito')]).toEqual([302, OUT, false]);
    visitor.cookies.set('cognito', old);
    expect((await visitor.get(`/oauth2/authorize?${asking(door.web)}`)).location).toMatch(/^\/login\?/);
  }),
  row('logout: logout_uri must be registered; else an error page', async (door) => {
    for (const logout_uri of ['https://evil.example', `${OUT}x`, CALLBACK]) {
      expect((await signOut(door, { client_id: door.web.id, logout_uri })).location).toMatch(/^\/error\?/);
    }
  }),
  row('logout: with redirect_uri on to the sign-in page; logout_uri wins', async (door) => {
    const query = Object.fromEntries(new URLSearchParams(asking(door.web)));
    expect((await signOut(door, query)).location).toBe(`/login?${asking(door.web)}`);
    expect((await signOut(door, { ...query, logout_uri: OUT })).location).toBe(OUT);
    expect((await signOut(door, { ...query, redirect_uri: 'https://evil.example' })).location).toMatch(/^\/error\?/);
  }),
  row('logout: an error page without client_id, or without either URL', async (door) => {
    expect((await signOut(door, { logout_uri: OUT })).location).toMatch(/^\/error\?/);
    expect((await signOut(door, { client_id: door.web.id })).location).toMatch(/^\/error\?/);
  }),
  row(
    'logout: sessions of other user pools in the same browser stay',
    async (door) => {
      const visitor = door.visitor();
      const other = new Visitor(door.front.urlOf(door.otherPoolId));
      await signIn(visitor, asking(door.web));
      other.cookies.set('cognito', visitor.cookies.get('cognito')!);
      await signIn(other, asking(door.foreign));
      visitor.cookies.set('cognito', other.cookies.get('cognito')!);
      await visitor.get(`/logout?client_id=${door.web.id}&logout_uri=${OUT}`);
      other.cookies.set('cognito', visitor.cookies.get('cognito')!);
      expect((await other.get(`/oauth2/authorize?${asking(door.foreign)}`)).params.has('code')).toBe(true);
    },
    'a port is no domain of its own for cookies, so one cookie has the sessions of all pools',
  ),
];
