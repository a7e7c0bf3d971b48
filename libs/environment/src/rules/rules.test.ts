import { readFileSync } from 'node:fs';
import path from 'node:path';
import { problemsOf } from '../../testing/sound';
import { type JsonObject } from '../read/json';
import { environmentRules } from './index';
import { type EnvironmentRule } from './rule';

const app = (fields: JsonObject): JsonObject => ({ clients: { app: fields } });
const cors = (...allowOrigins: string[]): JsonObject => ({ api: { cors: { allowOrigins } } });
const tokens = (accessMinutes: number, idMinutes: number, refreshMinutes: number) =>
  app({ tokenValidity: { accessMinutes, idMinutes, refreshMinutes } });

/** For each rule: a change that breaks it and where, and a change just on the right side. */
const cases: Record<string, { breaks: JsonObject; at: string[]; keeps: JsonObject }> = {
  'deletion-protection-off': {
    breaks: { identity: { deletionProtection: false } },
    at: ['identity.deletionProtection'],
    keeps: { identity: { deletionProtection: true } },
  },
  'mfa-off': {
    breaks: { identity: { mfa: 'off' } },
    at: ['identity.mfa'],
    keeps: { identity: { mfa: 'optional' } },
  },
  'short-password': {
    breaks: { identity: { passwordPolicy: { minLength: 11 } } },
    at: ['identity.passwordPolicy.minLength'],
    keeps: { identity: { passwordPolicy: { minLength: 12 } } },
  },
  'open-sign-up': {
    breaks: { identity: { selfSignUp: true } },
    at: ['identity.selfSignUp'],
    keeps: { identity: { selfSignUp: false } },
  },
  'password-in-request': {
    breaks: app({ authFlows: { userPassword: true } }),
    at: ['clients.app.authFlows.userPassword'],
    keeps: app({ authFlows: { userPassword: false } }),
  },
  'long-lived-tokens': {
    breaks: tokens(61, 61, 43_201),
    at: ['accessMinutes', 'idMinutes', 'refreshMinutes'].map((token) => `clients.app.tokenValidity.${token}`),
    keeps: tokens(60, 60, 43_200),
  },
  'insecure-redirect': {
    breaks: app({ callbackUrls: ['myapp://a', 'http://localhost:3000'], logoutUrls: ['http://127.0.0.1'] }),
    at: ['clients.app.callbackUrls[1]', 'clients.app.logoutUrls[0]'],
    keeps: app({ callbackUrls: ['https://localhost:3000', 'myapp://a'] }),
  },
  'cors-any-origin': { breaks: cors('*'), at: ['api.cors.allowOrigins[0]'], keeps: cors('https://a.test') },
  'cors-insecure-origin': {
    breaks: cors('https://a.test', 'http://a.test', 'http://localhost:3000'),
    at: ['api.cors.allowOrigins[1]', 'api.cors.allowOrigins[2]'],
    keeps: cors('https://localhost:3000'),
  },
  'throttle-above-quota': {
    breaks: { api: { throttle: { rateLimit: 10_001, burstLimit: 5_001 } } },
    at: ['api.throttle.rateLimit', 'api.throttle.burstLimit'],
    keeps: { api: { throttle: { rateLimit: 10_000, burstLimit: 5_000 } } },
  },
  'short-log-retention': {
    breaks: { api: { logs: { retentionDays: 60 } } },
    at: ['api.logs.retentionDays'],
    keeps: { api: { logs: { retentionDays: 90 } } },
  },
  'execution-logs-off': {
    breaks: { api: { logs: { level: 'OFF' } } },
    at: ['api.logs.level'],
    keeps: { api: { logs: { level: 'ERROR' } } },
  },
  'no-waf': {
    breaks: { api: { waf: null } },
    at: ['api.waf'],
    keeps: { api: { waf: { managedRules: null } } },
  },
  'no-alarms': {
    breaks: { alarms: { email: null } },
    at: ['alarms'],
    keeps: { alarms: { email: null, snsTopicArn: 'arn:aws:sns:eu-west-1:111111111111:alerts' } },
  },
  'guest-access': {
    breaks: { identity: { identityPool: { guests: true } } },
    at: ['identity.identityPool.guests'],
    keeps: { identity: { identityPool: null } },
  },
};

const broken = (changes: JsonObject) => problemsOf(changes).map(({ rule, path }) => ({ rule, path }));

describe('environment rules', () => {
  it('all have a case here', () => {
    expect(Object.keys(cases)).toEqual(environmentRules.map(({ id }) => id));
  });

  it('are each in the file of their name', () => {
    for (const { id } of environmentRules)
      expect(readFileSync(path.join(__dirname, `${id}.ts`), 'utf8')).toContain(`'${id}'`);
  });

  describe.each(Object.entries(cases))('%s', (id, { breaks, at, keeps }) => {
    it('fails when production breaks it', () => {
      expect(broken({ tier: 'production', ...breaks })).toEqual(at.map((path) => ({ rule: id, path })));
    });

    it('accepts what is just on the right side', () => {
      expect(broken({ tier: 'production', ...keeps })).toEqual([]);
    });

    it.each(['development', 'staging'])('does not hold for tier %s', (tier) => {
      expect(broken({ tier, ...breaks })).toEqual([]);
    });

    it('accepts a violation that the file acknowledges', () => {
      const acknowledge = [{ rule: id, reason: 'Tried with the customer until March.' }];
      expect(broken({ tier: 'production', ...breaks, acknowledge })).toEqual([]);
    });
  });
});

describe('docs/rules.md', () => {
  const text = readFileSync(path.join(__dirname, '../../../../docs/rules.md'), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith('Environment rules')) ?? '';

  it('has exactly the row of every environment rule', () => {
    const rows = section.split('\n').filter((line) => line.startsWith('| `'));
    expect(rows).toEqual(environmentRules.map(row));
  });
});

function row({ id, fields, why, page, remediation }: EnvironmentRule): string {
  const where = fields.map((field) => `\`${field}\``).join(', ');
  return `| \`${id}\` | ${where} | ${why} ([AWS](${page})) | ${remediation} |`;
}
