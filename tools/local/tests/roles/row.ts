import { type Row, source } from '../../testing/conformance';
import { type Answer, type Sent } from './wire';
import { type RoleSettings, type Statement, type World } from './world';

export type RoleRow = Row<World>;

/** A role with these policies may send the request. `page` is one of the IAM guide, or a URL. */
export const allows = (name: string, page: string, role: RoleSettings | Statement[], sent: Sent): RoleRow => ({
  name,
  source: urlOf(page),
  prove: async (world) => expectAllowed(await world.send(sent, await world.role(settingsOf(role)))),
});

/** It is refused, with AWS's error of that service; the message says `because`. */
export const denies = (
  name: string,
  page: string,
  role: RoleSettings | Statement[],
  sent: Sent,
  because: string,
): RoleRow => ({
  name,
  source: urlOf(page),
  prove: async (world) => expectDenied(await world.send(sent, await world.role(settingsOf(role))), because),
});

export function expectAllowed({ code, message, status }: Answer): void {
  expect({ status, code, message }).toEqual({ status: expect.any(Number), code: '', message: '' });
}

export function expectDenied(answer: Answer, because: string): void {
  const { code, message } = answer;
  expect({ code, message }).toEqual({
    code: expect.stringMatching(/^AccessDenied(Exception)?$/),
    message: expect.stringContaining(because),
  });
}

export const grant = (Action: string | string[], Resource: string | string[] = '*', Condition?: object): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
});

export const deny = (Action: string | string[], Resource: string | string[] = '*', Condition?: object): Statement => ({
  ...grant(Action, Resource, Condition),
  Effect: 'Deny',
});

export const nothing = 'because no identity-based policy allows';
export const explicitly = 'with an explicit deny in an identity-based policy';

const settingsOf = (role: RoleSettings | Statement[]): RoleSettings => (Array.isArray(role) ? { inline: role } : role);

export const urlOf = (page: string): string => (page.startsWith('https:') ? page : source.iamGuide(page));
