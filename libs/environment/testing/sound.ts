import { alarms, appClient, cors, passwordPolicy } from '@gatehouse/testing/environment-fields';
import { validate } from '../src/validate';
import { type JsonObject } from '../src/read/json';
import { type Layer } from '../src/read/layer';
import { mergeLayers } from '../src/read/merge';

/** An environment file with nothing wrong in it and every field written. */
export const sound: JsonObject = {
  tier: 'development',
  account: '111111111111',
  region: 'eu-west-1',
  state: { bucket: 'sound-state', region: 'eu-west-1', kmsKey: 'alias/sound' },
  identity: {
    selfSignUp: false,
    deletionProtection: true,
    mfa: 'optional',
    passwordPolicy,
    domainPrefix: 'sound',
    email: {
      from: 'no-reply@mail.example.com',
      fromName: 'Sound',
      replyTo: 'help@example.com',
      verifiedDomain: 'example.com',
      region: 'eu-central-1',
      configurationSet: 'people',
    },
    guests: false,
  },
  clients: {
    app: appClient(43_200),
    machine: {
      tokenValidity: { accessMinutes: 30, idMinutes: 30, refreshMinutes: 60 },
    },
  },
  api: {
    stage: 'sound',
    cors,
    throttle: { rateLimit: 10, burstLimit: 20 },
    logs: { retentionDays: 90, level: 'ERROR' },
    metrics: true,
    tracing: true,
    waf: {
      managedRules: ['AWSManagedRulesCommonRuleSet'],
      rateLimitPer5Minutes: 2000,
      userPool: true,
    },
    domain: {
      name: 'api.example.com',
      certificateArn: 'arn:aws:acm:eu-west-1:111111111111:certificate/12345678-1234-1234-1234-123456789012',
      hostedZoneId: 'Z0123456789ABCDEFGHIJ',
      basePath: 'v1',
      disableDefaultEndpoint: true,
    },
    cache: { sizeGb: 0.5, ttlSeconds: 300 },
  },
  alarms,
  settings: { anything: ['goes'] },
  tags: { Team: 'people' },
  acknowledge: [],
};

/** What is wrong with the sound environment after some changes, as `path: expected`. */
export function complaintsAbout(changes: JsonObject): string[] {
  return problemsOf(changes).map(({ path, expected }) => `${path}: ${expected}`);
}

export function problemsOf(changes: JsonObject) {
  const layers = [layer('changes.json', changes), layer('sound.json', sound)];
  return validate(mergeLayers(layers).value, layers).problems;
}

function layer(source: string, value: JsonObject): Layer {
  return { source, value, positionOf: () => undefined };
}
