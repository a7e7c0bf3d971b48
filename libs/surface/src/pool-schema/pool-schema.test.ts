import { surfaceFromSynth } from '../surface-from-synth';
import {
  describeSchemaChange,
  formatSnapshot,
  missingFrom,
  parseSnapshot,
  schemaChanges,
  schemaSnapshot,
} from './index';

interface Attribute {
  readonly name: string;
  readonly [argument: string]: unknown;
}

const tenant: Attribute = {
  name: 'tenant',
  attribute_data_type: 'String',
  mutable: true,
  required: false,
  string_attribute_constraints: { min_length: '0', max_length: '36' },
};
const givenName: Attribute = { name: 'given_name', attribute_data_type: 'String', mutable: true, required: true };

const pool = {
  name: 'acme-users',
  username_attributes: ['phone_number', 'email'],
  username_configuration: { case_sensitive: false },
  schema: [givenName, tenant],
};

/** A synthesized environment of two stacks, of which the second has no pool. */
function synthesized(users: object | undefined, also: object = {}, moved: readonly object[] = []) {
  const stacks = {
    'dev-identity': {
      resource: { aws_cognito_user_pool: { ...(users && { users }), ...also }, aws_iam_role: {} },
      moved,
    },
    'dev-api': { resource: {} },
  };
  return { stacks, userPools: surfaceFromSynth(stacks).userPools };
}

const snapshot = (...args: Parameters<typeof synthesized>) => schemaSnapshot(synthesized(...args));
const path = 'stacks["dev-identity"]["aws_cognito_user_pool.users"]';

/** What changes from `pool` to another one. */
const changes = (...args: Parameters<typeof synthesized>) =>
  schemaChanges(snapshot(pool), synthesized(...args)).map((change) => [change.path, change.effect]);

const move = (from: string, to: string) => ({
  from: `aws_cognito_user_pool.${from}`,
  to: `aws_cognito_user_pool.${to}`,
});

function withTenant(argument: object) {
  return { ...pool, schema: [givenName, { ...tenant, ...argument }] };
}

describe('a snapshot', () => {
  it('holds what can never be changed of every pool, and nothing else', () => {
    expect(snapshot({ ...pool, mfa_configuration: 'ON' }, { staff: { name: 'staff' } })).toEqual({
      stacks: {
        'dev-identity': {
          'aws_cognito_user_pool.staff': {
            name: 'staff',
            usernameAttributes: [],
            aliasAttributes: [],
            caseSensitive: true,
            attributes: {},
          },
          'aws_cognito_user_pool.users': {
            name: 'acme-users',
            usernameAttributes: ['email', 'phone_number'],
            aliasAttributes: [],
            caseSensitive: false,
            attributes: {
              given_name: { type: 'String', mutable: true, required: true, constraints: {} },
              tenant: {
                type: 'String',
                mutable: true,
                required: false,
                constraints: { min_length: '0', max_length: '36' },
              },
            },
          },
        },
      },
    });
  });

  it('is read as it was written', () => {
    const written = formatSnapshot(snapshot(pool), 'dev');

    expect(written).toMatch(/^\{\n {2}"about": "[^"]* of dev [^"]*npx nx accept-schema dev",/);
    expect(parseSnapshot(written, 'file')).toEqual({ ...snapshot(pool) });
  });

  it.each<[string, (fields: Record<string, unknown>) => object, string]>([
    [
      'a misspelt field',
      ({ aliasAttributes, ...fields }) => ({ ...fields, aliasAttribute: aliasAttributes }),
      '.aliasAttribute: expected only name, usernameAttributes, aliasAttributes, caseSensitive, attributes, found a list of 0',
    ],
    [
      'a missing name',
      ({ name, ...fields }) => (name === undefined ? {} : fields),
      '.name: expected a text, or null where only an apply decides it, found nothing',
    ],
    [
      'missing attributes',
      (fields) => ({ ...fields, attributes: undefined }),
      '.attributes: expected attributes by name, or null where only an apply decides it, found nothing',
    ],
    ['an attribute that is none', (fields) => ({ ...fields, attributes: { tenant: 1 } }), '.attributes: expected attr'],
    ['a case in quotes', (fields) => ({ ...fields, caseSensitive: 'true' }), '.caseSensitive: expected true or false,'],
    [
      'a list of no texts',
      (fields) => ({ ...fields, usernameAttributes: [1] }),
      '.usernameAttributes: expected a list',
    ],
  ])('with %s is damaged', (_, damage, message) => {
    const written = JSON.parse(formatSnapshot(snapshot(pool), 'dev')) as ReturnType<typeof snapshot>;
    const users = written.stacks['dev-identity']!['aws_cognito_user_pool.users'] as Record<string, unknown>;
    const damaged = { stacks: { 'dev-identity': { 'aws_cognito_user_pool.users': damage(users) } } };

    const read = () => parseSnapshot(JSON.stringify(damaged), 'file');
    expect(read).toThrow(`file, ${path}${message}`);
    expect(read).toThrow('. Bring it back from git, or write it with accept-schema.');
  });

  it('says null for what only an apply decides', () => {
    const later = snapshot({ ...pool, name: '${var.name}' });
    const written = formatSnapshot(later, 'dev');

    expect(JSON.parse(written)).toHaveProperty(['stacks', 'dev-identity', 'aws_cognito_user_pool.users', 'name'], null);
    expect(parseSnapshot(written, 'file')).toEqual({ ...later });
  });

  it('leaves out what only an apply decides, which then is no change', () => {
    const later = { ...pool, name: '${var.name}' };

    expect(snapshot(later).stacks['dev-identity']?.['aws_cognito_user_pool.users']).not.toHaveProperty('name');
    expect(changes(later)).toEqual([]);
    expect(schemaChanges(snapshot(later), synthesized(pool))).toEqual([]);
  });
});

describe('a change of what is in a snapshot', () => {
  it.each<[string, Parameters<typeof synthesized>]>([
    ['nothing is changed', [pool]],
    ['lists are in another order', [{ ...pool, username_attributes: ['email', 'phone_number'] }]],
    ['a custom attribute is added', [{ ...pool, schema: [givenName, tenant, { ...tenant, name: 'team' }] }]],
    ['a pool is added', [pool, { staff: { name: 'staff' } }]],
    ['a setting is changed that is no part of it', [{ ...pool, mfa_configuration: 'ON' }]],
    ['a moved block gives the pool another address', [undefined, { people: pool }, [move('users', 'people')]]],
    ['two of them do', [undefined, { b: pool }, [move('users', 'a'), move('a', 'b')]]],
  ])('is none when %s', (_, args) => {
    expect(changes(...args)).toEqual([]);
  });

  it.each<[string, Parameters<typeof synthesized>, string, string]>([
    ['the name', [{ ...pool, name: 'acme-people' }], '.name', 'replaces'],
    ['the username attributes', [{ ...pool, username_attributes: ['email'] }], '.usernameAttributes', 'replaces'],
    ['the aliases', [{ ...pool, alias_attributes: ['email'] }], '.aliasAttributes', 'replaces'],
    ['the case', [{ ...pool, username_configuration: { case_sensitive: true } }], '.caseSensitive', 'replaces'],
    ['an attribute that went', [{ ...pool, schema: [givenName] }], '.attributes["tenant"]', 'fails'],
    ['a type', [withTenant({ attribute_data_type: 'Number' })], '.attributes["tenant"]', 'fails'],
    ['a mutability', [withTenant({ mutable: false })], '.attributes["tenant"]', 'fails'],
    ['a length', [withTenant({ string_attribute_constraints: {} })], '.attributes["tenant"]', 'fails'],
    [
      'a standard attribute that is required now',
      [{ ...pool, schema: [givenName, tenant, { ...givenName, name: 'email' }] }],
      '.attributes["email"]',
      'adds',
    ],
    ['a pool that went', [undefined, { people: pool }], '', 'destroys'],
    [
      'a pool that moved, and changed',
      [undefined, { a: { ...pool, name: 'x' } }, [move('users', 'a')]],
      '.name',
      'replaces',
    ],
    ['moves in a circle', [undefined, {}, [move('users', 'a'), move('a', 'users')]], '', 'destroys'],
  ])('is %s', (_, args, at, effect) => {
    expect(changes(...args)).toEqual([[`${path}${at}`, effect]]);
  });

  it('says where, what was expected and found, what would happen and what to do', () => {
    const users = {
      ...pool,
      schema: [tenant],
      alias_attributes: ['email'],
      '//': { source: 'libs/stacks/src/identity.ts' },
    };
    const place = { file: 'apps/dev/user-pools.json', environment: 'dev' };
    const found = schemaChanges(snapshot(pool), synthesized(users));

    expect(found.map((change) => describeSchemaChange(change, place))).toEqual([
      `apps/dev/user-pools.json, ${path}.aliasAttributes: expected [], as it was deployed, found ["email"] (libs/stacks/src/identity.ts). ` +
        'Terraform would replace the pool, and every account in it is lost. Put it back. If the pool may go, or was never deployed: npx nx accept-schema dev.',
      `apps/dev/user-pools.json, ${path}.attributes["given_name"]: expected {"type":"String","mutable":true,"required":true,"constraints":{}}, as it was deployed, found nothing (libs/stacks/src/identity.ts). ` +
        'The apply would fail half-way: Cognito never changes or removes an attribute. Write it in standardAttributes (schema) as it was: ' +
        'Cognito goes on asking each new user for what it required at first. For other attributes, make a new pool under another id. If it was never deployed: npx nx accept-schema dev.',
    ]);
  });
});

describe('what to do about an attribute', () => {
  it.each([
    [
      'that was removed',
      [],
      'Put it back into customAttributes (schema): an attribute that nobody uses costs nothing.',
    ],
    [
      'that was changed',
      [{ ...tenant, mutable: false }],
      'Write it in customAttributes (schema) as it was, and add an attribute of another name for what is new.',
    ],
  ])('%s is said', (_, attributes, remedy) => {
    const found = schemaChanges(snapshot(pool), synthesized({ ...pool, schema: [givenName, ...attributes] }));
    expect(found.map((change) => describeSchemaChange(change, { file: 'f', environment: 'dev' }))).toEqual([
      expect.stringContaining(`${remedy} For other attributes, make a new pool under another id.`),
    ]);
  });
});

describe('what a snapshot does not hold', () => {
  it('is every pool without one, and what was added since', () => {
    const now = snapshot(
      { ...pool, schema: [givenName, tenant, { ...tenant, name: 'team' }] },
      { staff: { name: 's' } },
    );

    expect(missingFrom(undefined, now)).toEqual([
      'user pool aws_cognito_user_pool.staff of dev-identity',
      'user pool aws_cognito_user_pool.users of dev-identity',
    ]);
    expect(missingFrom(snapshot(pool), now)).toEqual([
      'user pool aws_cognito_user_pool.staff of dev-identity',
      'attribute team of aws_cognito_user_pool.users in dev-identity',
    ]);
    expect(missingFrom(now, now)).toEqual([]);
  });
});
