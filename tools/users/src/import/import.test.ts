import { type ExportedUser, type Page } from '../model';
import { restOf } from './afterwards';
import { csvFiles } from './csv';
import { survey } from './survey';
import { checkTarget, type Target } from './target';

const user = (username: string, more: Partial<ExportedUser> = {}): ExportedUser => ({
  username,
  status: 'CONFIRMED',
  enabled: true,
  created: '2026-01-01T00:00:00.000Z',
  attributes: { sub: username, email: `${username}@example.com`, email_verified: 'true' },
  ...more,
});

const linked = user('cyd', {
  attributes: { sub: 'cyd', identities: '[{"providerName":"Google","userId":"1234","providerType":"Google"}]' },
});

const pages: readonly Page[] = [
  { kind: 'groups', groups: [{ name: 'editors' }, { name: 'pool_Google' }] },
  { kind: 'members', group: 'editors', usernames: ['ann'] },
  { kind: 'members', group: 'editors', usernames: ['ann', 'cyd'] },
  { kind: 'members', group: 'pool_Google', usernames: ['google_1'] },
  { kind: 'users', users: [user('ann'), user('bob', { enabled: false })] },
  { kind: 'users', users: [user('ann'), linked, user('google_1', { status: 'EXTERNAL_PROVIDER' })] },
  { kind: 'end', users: 5 },
];

async function* all() {
  yield* pages;
}

const target = (more: Partial<Target> = {}): Target => ({
  userPoolId: 'eu-west-1_New',
  columns: ['cognito:username', 'cognito:mfa_enabled', 'email', 'email_verified', 'name'],
  groups: new Set(['editors']),
  providers: new Set(['Google']),
  nameOf: ({ username }) => username,
  misfit: () => undefined,
  logGroup: '/aws/cognito/userpools/eu-west-1_New/new',
  ...more,
});

describe('what an export holds', () => {
  it('is each user once, without those of identity providers and the groups that Cognito makes for them', async () => {
    const { external, members, users } = await survey(all());
    expect(users.map(({ username }) => username)).toEqual(['ann', 'bob', 'cyd']);
    expect(external).toBe(1);
    expect([...members]).toEqual([['editors', ['ann', 'ann', 'cyd']]]);
  });

  it('beyond the CSV file is groups, identities and who was disabled', async () => {
    expect(restOf(target(), await survey(all()))).toEqual([
      { username: 'ann', groups: ['editors'], disabled: false, identities: [] },
      { username: 'bob', groups: [], disabled: true, identities: [] },
      {
        username: 'cyd',
        groups: ['editors'],
        disabled: false,
        identities: [{ providerName: 'Google', userId: '1234', providerType: 'Google' }],
      },
    ]);
  });

  it('is refused where the pool lacks some of it', async () => {
    const lacking = target({ columns: ['cognito:username', 'email'], groups: new Set(), providers: new Set() });
    const found = await survey(all());
    expect(() => checkTarget(lacking, found)).toThrow(
      'eu-west-1_New lacks what the users have: attribute email_verified, group editors, identity provider Google. Declare it',
    );
    expect(() => checkTarget(target(), found)).not.toThrow();
  });
});

describe('a CSV file', () => {
  it('has a column for each attribute, commas with a backslash, and no line break', () => {
    const ann = user('ann', { attributes: { email: 'a@example.com', email_verified: 'true', name: 'Ann,\nDr.' } });
    expect(csvFiles(target(), [ann]).map(({ csv }) => csv)).toEqual([
      'cognito:username,cognito:mfa_enabled,email,email_verified,name\nann,FALSE,a@example.com,true,Ann\\, Dr.\n',
    ]);
  });

  it('names people by their address where they sign in with it', () => {
    const byEmail = target({ columns: ['cognito:username'], nameOf: ({ attributes }) => attributes['email']! });
    expect(csvFiles(byEmail, [user('ann')]).map(({ csv }) => csv)).toEqual(['cognito:username\nann@example.com\n']);
  });

  it('is one of several when a job does not take so many users', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => user(name)) as [ExportedUser, ExportedUser, ExportedUser];
    expect(csvFiles(target({ columns: ['cognito:username'] }), [a, b, c], 2)).toEqual([
      { csv: 'cognito:username\na\nb\n', users: [a, b] },
      { csv: 'cognito:username\nc\n', users: [c] },
    ]);
  });

  it('is none without users', () => {
    expect(csvFiles(target(), [])).toEqual([]);
  });
});
