import { type Environment } from '@gatehouse/environment';
import { appClient, cors, passwordPolicy } from '@gatehouse/testing/environment-fields';

/** An environment in AWS with every optional part; tests change what they are about. */
export function environment(changes: Partial<Environment> = {}): Environment {
  return {
    name: 'test',
    project: 'gatehouse',
    tier: 'development',
    account: '111111111111',
    region: 'eu-west-1',
    state: { bucket: 'test-state', region: 'eu-central-1', kmsKey: 'alias/test-state' },
    identity: {
      selfSignUp: true,
      deletionProtection: true,
      mfa: 'optional',
      passwordPolicy,
      domainPrefix: 'test-people',
    },
    clients: {
      app: appClient(),
      machine: {
        tokenValidity: { accessMinutes: 30, idMinutes: 30, refreshMinutes: 60 },
        callbackUrls: [],
        logoutUrls: [],
      },
    },
    api: {
      stage: 'test',
      cors,
      throttle: { rateLimit: 10, burstLimit: 20 },
      logs: { retentionDays: 7, level: 'ERROR' },
      metrics: true,
      tracing: true,
    },
    settings: {},
    tags: { Team: 'people' },
    acknowledge: [],
    ...changes,
  };
}
