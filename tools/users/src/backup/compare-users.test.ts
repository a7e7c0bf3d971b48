import { type ExportedUser } from '../model';
import { type Survey } from '../import/survey';
import { compareUsers } from './compare-users';

const user = (name: string, more: Record<string, string> = {}, enabled = true): ExportedUser => ({
  username: name,
  status: 'CONFIRMED',
  enabled,
  created: '2026-01-01T00:00:00.000Z',
  attributes: { sub: name, email: `${name.replace('new-', '')}@example.com`, ...more },
});
const all = (users: ExportedUser[], members: Record<string, string[]> = {}): Survey => ({
  users,
  external: 0,
  members: new Map(Object.entries(members)),
});
const byEmail = ({ attributes }: ExportedUser): string => attributes['email'] ?? '';
const google = (more: object) => ({ identities: JSON.stringify([{ providerName: 'Google', userId: '1', ...more }]) });

describe('users who were restored', () => {
  it('are the same with another name and sub, and the date of a link', () => {
    const saved = all([user('ann', google({ dateCreated: 1 }))], { editors: ['ann'] });
    const restored = all([user('new-ann', google({ dateCreated: 2 }))], { editors: ['new-ann'] });
    expect(compareUsers(saved, restored, byEmail)).toEqual([]);
  });

  it('differ in number, attributes, groups, identities and state', () => {
    const saved = all([user('ann', { name: 'Ann' }), user('bob'), user('cyd', google({}))], { editors: ['ann'] });
    const restored = all([user('new-ann', { name: 'An', locale: 'de' }), user('new-cyd', {}, false), user('new-eve')]);
    expect(compareUsers(saved, restored, byEmail)).toEqual([
      'user ann is not the same: groups, name, locale',
      'user bob did not come back',
      'user cyd is not the same: state, identities',
      'user new-eve came back, and was not saved',
    ]);
  });
});
