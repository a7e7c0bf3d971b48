import { type Environment } from '@gatehouse/environment';

/** An environment in AWS with every optional part; tests change what they are about. */
export function environment(changes: Partial<Environment> = {}): Environment {
  return {
    name: 'test',
    tier: 'development',
    account: '111111111111',
    region: 'eu-west-1',
    state: { bucket: 'test-state', region: 'eu-central-1', kmsKey: 'alias/test-state' },
    identity: {
      selfSignUp: true,
      deletionProtection: true,
      mfa: 'optional',
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: false,
        temporaryPasswordValidityDays: 7,
      },
      domainPrefix: 'test-people',
      resourceServers: { reports: { read: 'Read reports', write: 'Create reports' } },
    },
    clients: {
      app: {
        kind: 'user',
        authFlows: { userSrp: true },
        scopes: ['openid', 'reports/read'],
        tokenValidity: { accessMinutes: 60, idMinutes: 60, refreshMinutes: 1440 },
        callbackUrls: ['https://app.example.com/callback'],
        logoutUrls: ['https://app.example.com/'],
      },
      machine: {
        kind: 'machine',
        scopes: ['reports/read', 'reports/write'],
        tokenValidity: { accessMinutes: 30, idMinutes: 30, refreshMinutes: 60 },
        callbackUrls: [],
        logoutUrls: [],
      },
    },
    api: {
      stage: 'test',
      cors: {
        allowOrigins: ['https://app.example.com'],
        allowHeaders: ['Authorization'],
        allowCredentials: false,
        maxAgeSeconds: 600,
      },
      throttle: { rateLimit: 10, burstLimit: 20 },
      logs: { retentionDays: 7, level: 'ERROR' },
      metrics: true,
      tracing: true,
    },
    tags: { Team: 'people' },
    acknowledge: [],
    ...changes,
  };
}
