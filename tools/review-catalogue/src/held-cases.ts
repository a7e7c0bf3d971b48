import type { Reported } from './reported';

/** A case that has no plan of its own: a change of our own sample that the catalogue has. */
export interface HeldCase extends Pick<Reported, 'name' | 'title' | 'right'> {
  /** Its id in the catalogue. */
  readonly change: string;
}

/** Changes of a workspace like ours that a review once passed. */
export const heldCases: readonly HeldCase[] = [
  {
    name: 'house-app-gets-write-scope',
    title: 'A web app in the browser gets the scopes to read and to write, by one line of the environment file',
    right: 'high',
    change: 'browser-client-write-scope',
  },
  {
    name: 'house-authenticated-pass',
    title: 'Everyone who signs in may replace the code of the API’s function and set any password',
    right: 'critical',
    change: 'signed-in-role-takes-over',
  },
  {
    name: 'house-method-sensitive',
    title: 'A guarded route gets the authorization NONE, marked as sensitive; synth refuses it, too',
    right: 'critical',
    change: 'hidden-method-sensitive',
  },
  {
    name: 'house-throttle-raised',
    title: 'The throttle goes from 100 to 10,000 requests a second',
    right: 'medium',
    change: 'throttle-far-wider',
  },
];

export const heldRows = (): string =>
  heldCases.map(({ change, name, right, title }) => `| \`${name}\` | ${title} | ${right} | \`${change}\` |`).join('\n');
