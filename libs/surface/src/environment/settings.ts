import type { Suppression } from '../findings/suppress';
import type { Tier } from '../findings/tiers';

/** What rules read of an environment file; what `@gatehouse/environment` loads has all of it. */
export interface EnvironmentSettings {
  readonly tier: Tier;
  /** @default - any that has the quotas of most */
  readonly region?: string;
  readonly acknowledge: readonly Suppression[];
  readonly api: {
    readonly logs: { readonly retentionDays: number };
    readonly throttle: { readonly rateLimit: number; readonly burstLimit: number };
  };
  readonly alarms?: { readonly email?: string; readonly snsTopicArn?: string };
}
