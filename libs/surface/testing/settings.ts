import type { EnvironmentSettings } from '../src/environment/settings';

/** What rules read of an environment file, with nothing wrong in it. */
export const settings = (changes: Partial<EnvironmentSettings> = {}): EnvironmentSettings => ({
  tier: 'production',
  acknowledge: [],
  api: { logs: { retentionDays: 90 }, throttle: { rateLimit: 10_000, burstLimit: 5_000 } },
  alarms: { email: 'alerts@example.com' },
  ...changes,
});
