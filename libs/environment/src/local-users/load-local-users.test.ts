import { rmSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { EnvironmentError } from '../environment-error';
import { usersEditorSchema } from './editor-schema';
import { loadLocalUsers } from './load-local-users';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-users-'));
const file = join(folder, 'users.json');
afterAll(() => rmSync(folder, { recursive: true }));

function load(text: string) {
  writeFileSync(file, text);
  return loadLocalUsers(file, 'apps/local/users.json');
}

function problemsOf(text: string): string[] {
  try {
    load(text);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return error.problems.map(
      ({ expected, file: name, fix, line, path }) =>
        `${[name, line].filter(Boolean).join(':')} ${path}: ${expected}. ${fix}`,
    );
  }
  throw new Error('nothing is refused');
}

const ada = { username: 'ada@example.com', password: 'correct-horse-1A' };

describe('the users that the local environment starts with', () => {
  it('are those of the file, in no group and without attributes where it says nothing', () => {
    const grace = { ...ada, username: 'grace@example.com', groups: ['admins'], attributes: { 'custom:plan': 'gold' } };

    expect(load(JSON.stringify({ $schema: './users.schema.json', users: [ada, grace] }))).toEqual([
      { ...ada, groups: [], attributes: {} },
      grace,
    ]);
  });

  it('are none without the file, and none of an empty one', () => {
    expect(loadLocalUsers(join(folder, 'none.json'), 'none.json')).toEqual([]);
    expect(load('{}')).toEqual([]);
  });

  it.each([
    [
      '{ "users": [\n{ "username": "ada", "passwrd": "x" } ] }',
      [
        'apps/local/users.json:2 users[0].password: 6 to 256 characters that do not begin or end with a space. Add it here.',
        'apps/local/users.json:2 users[0].passwrd: one of the keys username, password, groups, attributes. Did you mean "password"?',
      ],
    ],
    [
      `{ "users": [${JSON.stringify(ada)},\n${JSON.stringify({ ...ada, username: 'ADA@example.com' })}] }`,
      [
        'apps/local/users.json:2 users[1].username: a user name that no other user has; users[0] has it too. Correct the value.',
      ],
    ],
    [
      `{ "users": [${JSON.stringify({ ...ada, groups: 'admins' })}] }`,
      ['apps/local/users.json:1 users[0].groups: a list. Correct the value.'],
    ],
    [
      `{ "users": [${JSON.stringify({ ...ada, attributes: { Plan: 'gold' } })}] }`,
      [
        'apps/local/users.json:1 users[0].attributes.Plan: the name of an attribute, such as name or custom:plan. Rename the key.',
      ],
    ],
    ['[]', ['apps/local/users.json : an object. Write it as one JSON object: { … }.']],
  ])('are refused with the place and what to do: %#', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it('are described to editors', () => {
    const accepts = new Ajv().compile(usersEditorSchema());

    expect(accepts({ $schema: './users.schema.json', users: [ada] })).toBe(true);
    expect(accepts({ users: [{ username: 'ada' }] })).toBe(false);
  });
});
