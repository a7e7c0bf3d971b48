import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Environment } from '@gatehouse/environment';
import { PostureError, synthesize, workspaceContext } from '@gatehouse/platform';
import { environment, workspaceForTests } from '@gatehouse/platform/testing';
import { ApiStack } from './api-stack';
import { IdentityStack } from './identity-stack';

const context = workspaceContext(workspaceForTests());
const outdir = mkdtempSync(join(tmpdir(), 'gatehouse-production-'));
afterAll(() => rmSync(outdir, { recursive: true }));

const given = environment();
const { identity, api } = given;
const people = given.clients['app'] as Environment['clients'][string];
const client = (changes: object) => ({
  clients: { ...given.clients, app: { ...people, ...changes } as never },
});
const cors = (...allowOrigins: string[]) => ({
  api: { ...sound.api, cors: { ...api.cors, allowOrigins } as never },
});

/** As strict as production must be. */
const sound: Pick<Environment, 'identity' | 'api' | 'alarms'> = {
  identity: { ...identity, selfSignUp: false },
  api: {
    ...api,
    logs: { retentionDays: 90, level: 'ERROR' },
    waf: { managedRules: ['AWSManagedRulesCommonRuleSet'], userPool: false },
  },
  alarms: { email: 'alerts@example.com', serverErrorPercent: 1 },
};

/** The sample has no SES identity. */
const mail = { rule: 'cognito-default-mail', address: 'aws_cognito_user_pool.users', reason: 'A sample.' };

/** What synthesis says of an environment. */
function refusal(tier: Environment['tier'], changes: Partial<Environment>): PostureError | undefined {
  const acknowledge = [...(tier === 'production' ? [mail] : []), ...(changes.acknowledge ?? [])];
  const each = environment({ ...sound, ...changes, tier, acknowledge });
  try {
    synthesize({ outdir, context }, (app) => {
      const identity = new IdentityStack(app, each);
      new ApiStack(app, each, { users: identity.users, reports: identity.reports, people: identity.people });
    });
  } catch (error) {
    if (error instanceof PostureError) return error;
    throw error;
  }
  return undefined;
}

const refused = (tier: Environment['tier'], changes: Partial<Environment>): string[] => [
  ...new Set(
    (refusal(tier, changes)?.refusals ?? []).flatMap(({ evaluation }) => evaluation.refused.map(({ rule }) => rule)),
  ),
];

/** By rule: what breaks it, the field that is named, and what is just on the right side. */
const cases: [rule: string, field: string, breaks: Partial<Environment>, keeps: Partial<Environment>][] = [
  [
    'deletion-protection-off',
    'identity.deletionProtection',
    { identity: { ...sound.identity, deletionProtection: false } },
    {},
  ],
  ['mfa-off', 'identity.mfa', { identity: { ...sound.identity, mfa: 'off' } }, {}],
  [
    'short-password',
    'identity.passwordPolicy.minLength',
    {
      identity: {
        ...sound.identity,
        passwordPolicy: { ...identity.passwordPolicy, minLength: 11, requireSymbols: true },
      },
    },
    {},
  ],
  ['open-sign-up', 'identity.selfSignUp', { identity }, {}],
  ['guest-access', 'identity.guests', { identity: { ...sound.identity, guests: true } }, {}],
  [
    'password-in-request',
    'clients.app.authFlows.userPassword',
    client({ authFlows: { userPassword: true } }),
    client({ authFlows: { userPassword: false, userSrp: true } }),
  ],
  ...(['accessMinutes', 'idMinutes', 'refreshMinutes'] as const).map(
    (token): [string, string, Partial<Environment>, Partial<Environment>] => {
      const longest = { accessMinutes: 60, idMinutes: 60, refreshMinutes: 43_200 };
      const longer = { ...longest, [token]: longest[token] + 1 };
      return [
        'token-lifetime-too-long',
        `clients.app.tokenValidity.${token}`,
        client({ tokenValidity: longer }),
        client({ tokenValidity: longest }),
      ];
    },
  ),
  [
    'insecure-redirect',
    'clients.app.callbackUrls',
    client({ callbackUrls: ['myapp://a', 'http://localhost:3000'] }),
    client({ callbackUrls: ['https://localhost:3000', 'myapp://a'] }),
  ],
  ['insecure-redirect', 'clients.app.logoutUrls', client({ logoutUrls: ['http://localhost:3000'] }), {}],
  ['cors-any-origin', 'api.cors.allowOrigins', cors('*'), cors('https://a.test')],
  ['cors-insecure-origin', 'api.cors.allowOrigins', cors('https://a.test', 'http://a.test'), {}],
  ['cors-insecure-origin', 'api.cors.allowOrigins', cors('http://localhost:3000'), cors('https://localhost:3000')],
  [
    'execution-logs-off',
    'api.logs.level',
    { api: { ...sound.api, logs: { ...sound.api.logs, level: 'OFF' } } },
    { api: { ...sound.api, logs: { ...sound.api.logs, level: 'INFO' } } },
  ],
  ['no-waf', 'api.waf', { api: { ...sound.api, waf: undefined } }, {}],
  [
    'short-log-retention',
    'api.logs.retentionDays',
    { api: { ...sound.api, logs: { ...sound.api.logs, retentionDays: 60 } } },
    {},
  ],
  [
    'throttle-above-quota',
    'api.throttle.rateLimit',
    { api: { ...sound.api, throttle: { rateLimit: 10_001, burstLimit: 20 } } },
    { api: { ...sound.api, throttle: { rateLimit: 10_000, burstLimit: 5_000 } } },
  ],
  ['no-alarms', 'alarms', { alarms: undefined }, {}],
];

describe.each(cases)('%s at %s', (rule, field, breaks, keeps) => {
  it('is refused in production, with the field of the environment file', () => {
    expect(refused('production', breaks)).toEqual([rule]);
    expect(refusal('production', breaks)?.message).toContain(`environments/test.json  ${field}\n`);
  });

  it('accepts what is just on the right side', () => {
    expect(refused('production', keeps)).toEqual([]);
  });

  it('is accepted in development', () => {
    expect(refused('development', breaks)).toEqual([]);
  });

  it('is accepted where the file acknowledges it', () => {
    const acknowledge = [{ rule, reason: 'Tried with the customer until March.' }];
    expect(refused('production', { ...breaks, acknowledge })).toEqual([]);
  });
});
