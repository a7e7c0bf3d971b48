import { complaintsAbout } from '../../testing/sound';
import { type JsonObject } from '../read/json';

const app = (fields: JsonObject): JsonObject => ({ clients: { app: fields } });
const machine = (fields: JsonObject): JsonObject => ({ clients: { machine: fields } });
const endpoint = 'http://127.0.0.1:4599';

describe('endpoint', () => {
  it('fails when the tier is not local', () => {
    expect(complaintsAbout({ endpoint })).toEqual(['endpoint: no endpoint, because the tier is "development"']);
  });

  it('fails when the tier is local and there is none', () => {
    expect(complaintsAbout({ tier: 'local' })).toEqual([
      'endpoint: the address of an emulator, because the tier is "local"',
    ]);
  });

  it.each([
    'http://10.0.0.1:4599',
    'http://localhost.example.com',
    'https://dynamodb.eu-west-1.amazonaws.com',
    'http://127.0.0.1:4599/',
    'http://user:secret@127.0.0.1',
    '127.0.0.1:4599',
    'ftp://localhost',
  ])('fails when it is %s, saying so once', (value) => {
    expect(complaintsAbout({ tier: 'local', endpoint: value })).toEqual([
      'endpoint: scheme://host[:port] on this machine, such as http://127.0.0.1:4599',
    ]);
  });

  it.each([endpoint, 'http://localhost:1', 'https://127.8.0.1', 'http://[::1]:4599'])('accepts %s', (value) => {
    expect(complaintsAbout({ tier: 'local', endpoint: value })).toEqual([]);
  });
});

describe('state key', () => {
  const state = (kmsKey: string) => ({ state: { kmsKey } });

  it('fails when its ARN names another region than that of the bucket', () => {
    expect(complaintsAbout(state('arn:aws:kms:us-east-1:111111111111:alias/state'))).toEqual([
      'state.kmsKey: a key in eu-west-1, the region of the state bucket',
    ]);
  });

  it('accepts an ARN of the same region', () => {
    expect(complaintsAbout(state('arn:aws:kms:eu-west-1:111111111111:alias/state'))).toEqual([]);
  });
});

describe('client kind', () => {
  it('fails when a machine client has what belongs to people', () => {
    const fields = {
      callbackUrls: ['https://a.test'],
      logoutUrls: ['https://a.test'],
      authFlows: { userSrp: true },
    };
    expect(complaintsAbout(machine(fields))).toEqual([
      'clients.machine.callbackUrls: no addresses, because no person signs in to a machine client',
      'clients.machine.logoutUrls: no addresses, because no person signs in to a machine client',
      'clients.machine.authFlows: no sign-in flow, because a machine client has only client_credentials',
    ]);
  });

  it.each([{ scopes: [] }, { scopes: null }])('fails when a machine client has no scope: %j', (fields) => {
    expect(complaintsAbout(machine(fields))).toEqual([
      'clients.machine.scopes: at least one scope of a resource server: client_credentials needs one',
    ]);
  });

  it.each([{ authFlows: null }, { authFlows: { userSrp: false } }, { authFlows: { userSrp: null } }])(
    'fails when no one can sign in to a user client: %j',
    (flows) => {
      expect(complaintsAbout(app({ ...flows, callbackUrls: null, scopes: null }))).toEqual([
        'clients.app.authFlows: a way to sign in: userSrp or userPassword, or callbackUrls for the sign-in pages',
      ]);
    },
  );

  it('accepts a user client that signs in by sign-in pages alone, or by SRP alone', () => {
    expect(complaintsAbout(app({ authFlows: null }))).toEqual([]);
    expect(complaintsAbout(app({ callbackUrls: null, scopes: null }))).toEqual([]);
  });

  it('fails when sign-in pages have no scope to give', () => {
    expect(complaintsAbout(app({ scopes: [] }))).toEqual([
      'clients.app.scopes: at least one scope, because callbackUrls turn the authorization code flow on',
    ]);
  });

  it('fails when a user client has scopes that nothing gives it', () => {
    expect(complaintsAbout(app({ callbackUrls: [] }))).toEqual([
      'clients.app.scopes: no scopes without callbackUrls: only the sign-in pages give a user a token with scopes',
    ]);
  });

  it('says nothing more about callbackUrls that are themselves wrong', () => {
    expect(complaintsAbout(app({ callbackUrls: 'https://a.test', authFlows: null }))).toEqual([
      'clients.app.callbackUrls: a list',
    ]);
  });
});

describe('client scopes', () => {
  it('fails when a scope is not defined', () => {
    expect(complaintsAbout(machine({ scopes: ['reports/write', 'reports/delete', 'invoices/read'] }))).toEqual([
      'clients.machine.scopes[1]: one of reports/read, reports/write',
      'clients.machine.scopes[2]: one of reports/read, reports/write',
    ]);
  });

  it('fails when a machine client asks for a scope that is about a person', () => {
    expect(complaintsAbout(machine({ scopes: ['openid'] }))).toEqual([
      'clients.machine.scopes[0]: one of reports/read, reports/write',
    ]);
  });

  it('fails when there is no resource server at all', () => {
    expect(
      complaintsAbout({ identity: { resourceServers: { reports: null } }, ...app({ scopes: ['openid'] }) }),
    ).toEqual(['clients.machine.scopes[0]: a scope that identity.resourceServers defines']);
  });

  it('says nothing more about a scope whose definition is itself wrong', () => {
    expect(complaintsAbout({ identity: { resourceServers: { reports: { write: 3 } } } })).toEqual([
      'identity.resourceServers.reports.write: a description of 1 to 256 characters',
    ]);
    expect(complaintsAbout({ identity: { resourceServers: [] } })).toEqual(['identity.resourceServers: an object']);
  });
});

describe('domain prefix', () => {
  it('fails when it is missing and a machine client needs a token endpoint', () => {
    expect(complaintsAbout({ identity: { domainPrefix: null, identityPool: null }, clients: { app: null } })).toEqual([
      'identity.domainPrefix: a domain prefix, because the client "machine" gets its tokens from the pool\'s domain',
    ]);
  });

  it('fails when it is missing and a user client has sign-in pages', () => {
    expect(complaintsAbout({ identity: { domainPrefix: null }, clients: { machine: null } })).toEqual([
      'identity.domainPrefix: a domain prefix, because the client "app" gets its tokens from the pool\'s domain',
    ]);
  });

  it('may be missing when no client needs it, or on an emulator', () => {
    const without = { identity: { domainPrefix: null } };
    expect(
      complaintsAbout({ ...without, clients: { machine: null, app: { callbackUrls: null, scopes: null } } }),
    ).toEqual([]);
    expect(complaintsAbout({ ...without, tier: 'local', endpoint })).toEqual([]);
  });

  it('says nothing more when the tier is wrong', () => {
    expect(complaintsAbout({ identity: { domainPrefix: null }, tier: 'lokal' })).toHaveLength(1);
  });
});

describe('token validity', () => {
  it('fails when an access or ID token outlives the refresh token', () => {
    const tokenValidity = { accessMinutes: 61, idMinutes: 120, refreshMinutes: 60 };
    expect(complaintsAbout(app({ tokenValidity }))).toEqual([
      'clients.app.tokenValidity.accessMinutes: at most refreshMinutes, which is 60',
      'clients.app.tokenValidity.idMinutes: at most refreshMinutes, which is 60',
    ]);
  });

  it('accepts tokens of equal length', () => {
    expect(complaintsAbout(app({ tokenValidity: { accessMinutes: 60, idMinutes: 60, refreshMinutes: 60 } }))).toEqual(
      [],
    );
  });
});
