import { complaintsAbout, problemsOf } from '../../testing/sound';
import { type JsonObject } from '../read/json';

const app = (fields: JsonObject): JsonObject => ({ clients: { app: fields } });
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

describe('fields that moved into code', () => {
  it('fails where they are still written, saying where they went', () => {
    expect(
      problemsOf({
        identity: { resourceServers: { reports: { read: 'Read reports' } } },
        ...app({ kind: 'user', scopes: ['openid'] }),
      }).map(({ path, expected, fix }) => [path, expected, fix]),
    ).toEqual([
      [
        'identity.resourceServers',
        'no resource servers: they and their scopes are alike in every environment, so the stacks declare them',
        'Declare each with addResourceServer, as libs/stacks/src/identity-stack.ts does, and remove it here.',
      ],
      [
        'clients.app.kind',
        'no kind: the stack that declares the client says who signs in with it',
        'Declare the client with addAppClient ("user") or addMachineClient ("machine"), as libs/stacks/src/identity-stack.ts does, and remove it here.',
      ],
      [
        'clients.app.scopes',
        'no scopes: the stack that declares the client says what it may ask for',
        'Give them where the client is declared, as libs/stacks/src/identity-stack.ts does, and remove it here.',
      ],
    ]);
  });
});

describe('domain prefix', () => {
  it('fails when it is missing and a client has sign-in pages', () => {
    expect(complaintsAbout({ identity: { domainPrefix: null } })).toEqual([
      'identity.domainPrefix: a domain prefix, because the people of client "app" sign in on the pages of the domain',
    ]);
  });

  it('may be missing when no client has sign-in pages, or on an emulator', () => {
    const without = { identity: { domainPrefix: null } };
    expect(complaintsAbout({ ...without, ...app({ callbackUrls: null }) })).toEqual([]);
    expect(complaintsAbout({ ...without, tier: 'local', endpoint })).toEqual([]);
  });

  it('says nothing more when the tier is wrong', () => {
    expect(complaintsAbout({ identity: { domainPrefix: null }, tier: 'lokal' })).toHaveLength(1);
  });
});

describe('the secret of a client', () => {
  it('fails when two steps of a rotation are taken at once', () => {
    expect(complaintsAbout(app({ secret: { generation: 2, next: true, previous: true } }))).toEqual([
      'clients.app.secret: next or previous, not both',
    ]);
    expect(complaintsAbout(app({ secret: { generation: 1, previous: true } }))).toEqual([
      'clients.app.secret.previous: a generation before it',
    ]);
  });

  it('accepts each step', () => {
    const steps: JsonObject[] = [{ next: true }, { generation: 2, previous: true }, { generation: 2 }];
    for (const secret of steps) expect(complaintsAbout(app({ secret }))).toEqual([]);
  });
});

describe('a default redirect', () => {
  const url = 'https://app.example.com/cb';
  const callbackUrls = [url];

  it('fails when it is no callback URL', () => {
    expect(complaintsAbout(app({ callbackUrls, defaultRedirectUri: 'https://app.example.com/' }))).toEqual([
      'clients.app.defaultRedirectUri: one of callbackUrls',
    ]);
  });

  it('accepts one of them', () => {
    expect(complaintsAbout(app({ callbackUrls, defaultRedirectUri: url }))).toEqual([]);
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
