import { synth } from '@gatehouse/testing';
import { type TerraformStack } from 'cdktf';
import { ResourceServer, type ResourceServerOptions, UserPool } from '../index';

const reports: ResourceServerOptions = { identifier: 'reports', scopes: { read: 'Read reports' } };

const pool = (stack: TerraformStack) => new UserPool(stack, 'users', { name: 'gatehouse-test' });

const server = (options: Partial<ResourceServerOptions> = {}, id = 'reports') => {
  let made: ResourceServer | undefined;
  const { resource } = synth((stack) => (made = pool(stack).addResourceServer(id, { ...reports, ...options })));
  return { made: made as ResourceServer, resource: resource.aws_cognito_resource_server };
};

describe('ResourceServer', () => {
  it('has an identifier and described scopes', () => {
    const scopes = { read: 'Read reports', write: 'Write reports' };

    expect(server({ scopes }).resource).toEqual({
      reports: {
        user_pool_id: '${aws_cognito_user_pool.users.id}',
        identifier: 'reports',
        name: 'reports',
        scope: [
          { scope_name: 'read', scope_description: 'Read reports' },
          { scope_name: 'write', scope_description: 'Write reports' },
        ],
      },
    });
  });

  it('may have another name than its id', () => {
    expect(server({ name: 'Reports of the shop' }).resource?.reports).toMatchObject({ name: 'Reports of the shop' });
  });

  it('may be made elsewhere, with scopes that compile', () => {
    const { resource } = synth((stack) => {
      const users = UserPool.fromId(stack, 'users', 'eu-west-1_AbCdEf123');
      const theirs = ResourceServer.fromIdentifier(users, 'https://api.example.com', ['read', 'write']);
      users.addClient('machine', { oauth: { grant: 'clientCredentials', scopes: [theirs.scope('read')] } });
      expect(theirs.scopeNames).toEqual(['https://api.example.com/read', 'https://api.example.com/write']);
      // @ts-expect-error not among the scopes that are named
      expect(theirs.scope('delete')).toBeDefined();
    });

    expect(resource).not.toHaveProperty('aws_cognito_resource_server');
    expect(resource.aws_cognito_user_pool_client?.machine).toMatchObject({
      allowed_oauth_scopes: ['https://api.example.com/read'],
    });
  });

  it('may have the URL of an API as identifier, which Cognito refuses as a name', () => {
    const { made, resource } = server({ identifier: 'https://api.example.com/v1' }, 'salesApi');

    expect(resource?.sales_api).toMatchObject({
      identifier: 'https://api.example.com/v1',
      name: 'sales_api',
    });
    expect(made.scope('read').scopeName).toBe('https://api.example.com/v1/read');
  });

  it('knows the name of a scope at synthesis', () => {
    expect(server().made.scope('read').scopeName).toBe('reports/read');
  });

  it('has scopes that are literal types', () => {
    synth((stack) => {
      const made = pool(stack).addResourceServer('reports', {
        identifier: 'reports',
        scopes: { read: 'R', write: 'W' },
      });

      expect(made.scope('write').scopeName).toBe('reports/write');
      // @ts-expect-error no such scope
      expect(() => made.scope('raed')).toThrow(
        'test/users/reports, scope: expected one of read, write, found "raed". Did you mean "read"?',
      );
    });
  });

  it('gives its scopes to no client of another pool', () => {
    synth((stack) => {
      const scope = pool(stack).addResourceServer('reports', reports).scope('read');
      const others = new UserPool(stack, 'others', { name: 'gatehouse-others' });

      expect(() => others.addClient('machine', { oauth: { grant: 'clientCredentials', scopes: [scope] } })).toThrow(
        'test/others/machine, oauth.scopes: expected scopes of resource servers of the client\'s own user pool, found "reports/read"',
      );
    });
  });

  it('fails when a scope is unknown, and lists the known ones', () => {
    const { made } = server({ scopes: { read: 'Read', write: 'Write' } });

    expect(() => made.scope('delete')).toThrow(
      'test/users/reports, scope: expected one of read, write, found "delete". Add it to the scopes of resource server reports, or correct the spelling.',
    );
  });

  it.each<[string, Partial<ResourceServerOptions>, string]>([
    [
      'the identifier is empty',
      { identifier: '' },
      'identifier: expected a resource server identifier of 1 to 256 ASCII characters without spaces, quotes and backslashes, found "". Use a word such as reports, or the URL of the API.',
    ],
    [
      'the name is that of a scope',
      { name: 'reports/read' },
      'test/users/reports, name: expected 1 to 256 letters, digits, spaces and _ + = , . @ -, found "reports/read". Leave out the other characters: only the console shows it, and scopes begin with the identifier.',
    ],
    ['the identifier has a space', { identifier: 'my reports' }, 'found "my reports"'],
    [
      'it has no scope',
      { scopes: {} },
      'test/users/reports, scopes: expected 1 to 100 scopes, found 0. A resource server is there for its scopes; Cognito stores at most 100.',
    ],
    [
      'it has too many scopes',
      { scopes: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`s${i}`, 'x'])) },
      'expected 1 to 100 scopes, found 101',
    ],
    [
      'a scope repeats the identifier',
      { scopes: { 'reports/read': 'Read' } },
      'found "reports/read". Write the name without the identifier: read, not reports/read.',
    ],
    [
      'a description is empty',
      { scopes: { read: '' } },
      'scopes.read: expected a description of 1 to 256 characters, found "". Say in a few words what the scope allows.',
    ],
    ['a description is too long', { scopes: { read: 'x'.repeat(257) } }, 'a description of 1 to 256'],
  ])('fails when %s', (_, options, message) => {
    expect(() => server(options)).toThrow(message);
  });

  it('fails when two servers of a pool have one identifier', () => {
    const build = (stack: TerraformStack) => {
      const users = pool(stack);
      users.addResourceServer('reports', reports);
      users.addResourceServer('again', reports);
    };

    expect(() => synth(build)).toThrow(
      'test/users/again, identifier: expected an identifier that no other resource server of the pool has, found "reports". It belongs to test/users/reports: add the scopes there, or choose another identifier.',
    );
  });
});
