import { complaintsAbout } from '../../testing/sound';
import { type JsonObject } from '../read/json';

const app = (fields: JsonObject): JsonObject => ({ clients: { app: fields } });
const machine = (fields: JsonObject): JsonObject => ({ clients: { machine: fields } });
const cors = (fields: JsonObject): JsonObject => ({ api: { cors: fields } });
const endpoint = 'http://127.0.0.1:4599';

describe('endpoint', () => {
  it('fails when the tier is not local', () => {
    expect(complaintsAbout({ endpoint })).toEqual([
      'endpoint: no endpoint, because the tier is "development"',
    ]);
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

  it.each([endpoint, 'http://localhost:1', 'https://127.8.0.1', 'http://[::1]:4599'])(
    'accepts %s',
    (value) => {
      expect(complaintsAbout({ tier: 'local', endpoint: value })).toEqual([]);
    },
  );
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
    expect(
      complaintsAbout(machine({ scopes: ['reports/write', 'reports/delete', 'invoices/read'] })),
    ).toEqual([
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
    expect(complaintsAbout({ identity: { resourceServers: [] } })).toEqual([
      'identity.resourceServers: an object',
    ]);
  });
});

describe('domain prefix', () => {
  it('fails when it is missing and a machine client needs a token endpoint', () => {
    expect(
      complaintsAbout({ identity: { domainPrefix: null, identityPool: null }, clients: { app: null } }),
    ).toEqual([
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
    expect(
      complaintsAbout(app({ tokenValidity: { accessMinutes: 60, idMinutes: 60, refreshMinutes: 60 } })),
    ).toEqual([]);
  });
});

describe('cors', () => {
  it('fails when any origin may send cookies', () => {
    expect(complaintsAbout(cors({ allowOrigins: ['*'], allowCredentials: true }))).toEqual([
      'api.cors.allowCredentials: false, because allowOrigins holds "*": browsers refuse the two together',
    ]);
  });

  it('fails when "*" is one of several origins', () => {
    expect(complaintsAbout(cors({ allowOrigins: ['https://a.test', '*'] }))).toEqual([
      'api.cors.allowOrigins[1]: "*" alone, or origins without it',
    ]);
  });

  it('fails when browsers may not send the token', () => {
    expect(complaintsAbout(cors({ allowHeaders: ['Content-Type'] }))).toEqual([
      'api.cors.allowHeaders: a list with Authorization, without which no browser can send a token',
    ]);
  });

  it('accepts any origin without cookies, cookies for listed origins, and no CORS at all', () => {
    expect(complaintsAbout(cors({ allowOrigins: ['*'] }))).toEqual([]);
    expect(complaintsAbout(cors({ allowCredentials: true }))).toEqual([]);
    expect(complaintsAbout({ api: { cors: null } })).toEqual([]);
  });
});

describe('duplicates', () => {
  it('fails when a list says a thing twice', () => {
    expect(
      complaintsAbout({
        api: {
          cors: {
            allowOrigins: ['https://a.test', 'https://b.test', 'https://a.test'],
            allowHeaders: ['Authorization', 'authorization'],
          },
        },
        clients: {
          app: {
            scopes: ['openid', 'openid'],
            callbackUrls: ['https://a.test/', 'https://a.test/'],
            logoutUrls: ['myapp://x', 'myapp://x'],
          },
        },
      }),
    ).toEqual([
      'api.cors.allowOrigins[2]: each value once',
      'api.cors.allowHeaders[1]: each value once',
      'clients.app.scopes[1]: each value once',
      'clients.app.callbackUrls[1]: each value once',
      'clients.app.logoutUrls[1]: each value once',
    ]);
  });
});

describe('waf', () => {
  const waf = (fields: JsonObject): JsonObject => ({ api: { waf: fields } });
  const webAclArn = 'arn:aws:wafv2:eu-west-1:111111111111:regional/webacl/company/a1b2';

  it('fails when it has no rule and no web ACL', () => {
    expect(complaintsAbout(waf({ managedRules: null, rateLimitPer5Minutes: null }))).toEqual([
      'api.waf: managedRules, rateLimitPer5Minutes or webAclArn',
    ]);
  });

  it('fails when it has rules and a web ACL of another owner', () => {
    expect(complaintsAbout(waf({ webAclArn }))).toEqual([
      'api.waf.webAclArn: no web ACL of another owner with managedRules or rateLimitPer5Minutes',
    ]);
  });

  it('fails when the web ACL is in another region', () => {
    const elsewhere = webAclArn.replace('eu-west-1', 'us-east-1');
    expect(
      complaintsAbout(waf({ webAclArn: elsewhere, managedRules: null, rateLimitPer5Minutes: null })),
    ).toEqual(['api.waf.webAclArn: something in eu-west-1, the region of the environment']);
  });

  it('accepts a web ACL alone, and a limit alone', () => {
    expect(complaintsAbout(waf({ webAclArn, managedRules: null, rateLimitPer5Minutes: null }))).toEqual([]);
    expect(complaintsAbout(waf({ managedRules: null }))).toEqual([]);
  });

  it('fails when a group of rules is listed twice', () => {
    const managedRules = ['AWSManagedRulesSQLiRuleSet', 'AWSManagedRulesSQLiRuleSet'];
    expect(complaintsAbout(waf({ managedRules }))).toEqual(['api.waf.managedRules[1]: each value once']);
  });
});

describe('domain', () => {
  it('fails when its certificate is in another region', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:111111111111:certificate/a';
    expect(complaintsAbout({ api: { domain: { certificateArn } } })).toEqual([
      'api.domain.certificateArn: something in eu-west-1, the region of the environment',
    ]);
  });
});

describe('alarms', () => {
  const none = {
    serverErrorPercent: null,
    clientErrorPercent: null,
    latencyP99Milliseconds: null,
    unauthorizedPer5Minutes: null,
    throttledPer5Minutes: null,
  };
  const snsTopicArn = 'arn:aws:sns:eu-west-1:111111111111:alerts';

  it('fails when nothing is watched', () => {
    expect(complaintsAbout({ alarms: none })).toEqual([
      'alarms: at least one threshold, such as serverErrorPercent',
    ]);
  });

  it('fails when an address and a topic are both given', () => {
    expect(complaintsAbout({ alarms: { snsTopicArn } })).toEqual([
      'alarms.snsTopicArn: no topic with email, for which one is made',
    ]);
  });

  it('fails when the topic is in another region', () => {
    const elsewhere = snsTopicArn.replace('eu-west-1', 'us-east-1');
    expect(complaintsAbout({ alarms: { email: null, snsTopicArn: elsewhere } })).toEqual([
      'alarms.snsTopicArn: something in eu-west-1, the region of the environment',
    ]);
  });

  it('accepts a topic alone, and alarms that only CloudWatch shows', () => {
    expect(complaintsAbout({ alarms: { email: null, snsTopicArn } })).toEqual([]);
    expect(complaintsAbout({ alarms: { email: null } })).toEqual([]);
  });
});

describe('identity pool', () => {
  const pool = (fields: JsonObject): JsonObject => ({ identity: { identityPool: fields } });
  const guestPermissions = [{ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::sound/public/*'] }];

  it('fails when guests may do something and there are none', () => {
    expect(complaintsAbout(pool({ guestPermissions }))).toEqual([
      'identity.identityPool.guestPermissions: no permissions of guests, because guests is not true',
    ]);
    expect(complaintsAbout(pool({ guests: true, guestPermissions }))).toEqual([]);
  });

  it('fails when no client has people', () => {
    expect(complaintsAbout({ clients: { app: null } })).toEqual([
      'identity.identityPool: a client of kind "user", whose ID tokens are exchanged',
    ]);
  });
});

describe('acknowledge', () => {
  const reason = 'Agreed with the security team.';
  const address = 'aws_api_gateway_method.get_health';

  it('takes each rule once, and once for each address', () => {
    const entries: JsonObject[] = [
      { rule: 'mfa-off', reason },
      { rule: 'public-route', reason, address },
    ];
    expect(complaintsAbout({ acknowledge: entries })).toEqual([]);
    expect(complaintsAbout({ acknowledge: [...entries, ...entries] })).toEqual([
      'acknowledge[2].rule: each rule once, or once for each address',
      'acknowledge[3].rule: each rule once, or once for each address',
    ]);
  });

  it.each<[string, JsonObject]>([
    ['acknowledge[0].reason: a reason in words', { rule: 'mfa-off' }],
    ['acknowledge[0].reason: a reason in words', { rule: 'mfa-off', reason: ' ' }],
    [
      'acknowledge[0].address: a Terraform address, such as aws_api_gateway_method.get_me',
      { rule: 'public-route', reason, address: '' },
    ],
  ])('fails with %s for %j', (complaint, entry) => {
    expect(complaintsAbout({ acknowledge: [entry] })).toEqual([complaint]);
  });
});
