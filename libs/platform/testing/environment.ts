import { type Environment } from '@gatehouse/environment';
import { environmentFrom } from '@gatehouse/environment/testing';
import { appClient, cors, passwordPolicy } from '@gatehouse/testing/environment-fields';

/** What is written of it; the schema fills in the rest, so that a new field with a default touches no test of others. */
const written = {
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
    machine: { tokenValidity: { accessMinutes: 30, idMinutes: 30, refreshMinutes: 60 } },
  },
  api: {
    stage: 'test',
    cors,
    throttle: { rateLimit: 10, burstLimit: 20 },
    logs: { retentionDays: 7, level: 'ERROR' },
    metrics: true,
    tracing: true,
  },
  tags: { Team: 'people' },
};

/** An environment in AWS with every optional part; tests change what they are about. */
export function environment(changes: Partial<Environment> = {}): Environment {
  return { ...environmentFrom('test', written), ...changes };
}
