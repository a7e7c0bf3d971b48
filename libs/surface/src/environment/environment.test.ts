import { settings } from '../../testing/settings';
import { evaluateRules } from '../findings/evaluate-rules';
import { environmentRules } from './rules';
import type { EnvironmentSettings } from './settings';

const { api } = settings();
const found = (changes: Partial<EnvironmentSettings>) => {
  const environment = settings(changes);
  return evaluateRules(environmentRules, environment, environment.tier).map(
    ({ severity, rule, fields }) => `${severity} ${rule} ${fields?.join()}`,
  );
};

describe.each<[string, Partial<EnvironmentSettings>, Partial<EnvironmentSettings>]>([
  [
    'high throttle-above-quota api.throttle.burstLimit',
    { api: { ...api, throttle: { rateLimit: 10_000, burstLimit: 5_001 } } },
    {},
  ],
  [
    'high throttle-above-quota api.throttle.rateLimit',
    { api: { ...api, throttle: { rateLimit: 10_001, burstLimit: 5_000 } } },
    {},
  ],
  [
    'high throttle-above-quota api.throttle.rateLimit',
    { region: 'eu-south-1', api: { ...api, throttle: { rateLimit: 2_501, burstLimit: 1_250 } } },
    { region: 'eu-south-1', api: { ...api, throttle: { rateLimit: 2_500, burstLimit: 1_250 } } },
  ],
  ['high short-log-retention api.logs.retentionDays', { api: { ...api, logs: { retentionDays: 89 } } }, {}],
  ['high no-alarms alarms', { alarms: {} }, { alarms: { snsTopicArn: 'arn:aws:sns:eu-west-1:111111111111:a' } }],
  ['high no-alarms alarms', { alarms: undefined }, {}],
])('%s', (expected, breaks, keeps) => {
  it('is found in production', () => {
    expect(found(breaks)).toEqual([expected]);
  });

  it('is not found just on the right side', () => {
    expect(found(keeps)).toEqual([]);
  });

  it.each(['local', 'development', 'staging'] as const)('is not evaluated in %s', (tier) => {
    expect(found({ ...breaks, tier })).toEqual([]);
  });
});
