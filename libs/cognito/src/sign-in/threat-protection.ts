import { type CognitoUserPoolConfig } from '@cdktf/provider-aws/lib/cognito-user-pool';

/**
 * What AWS bills for each active user, and which features a pool has.
 * @example featurePlan: 'plus'
 */
export type FeaturePlan = 'essentials' | 'lite' | 'plus';

/**
 * `audit` writes down what it finds, `enforced` also acts.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html
 * @example threatProtection: { standard: 'enforced', custom: 'audit' }
 */
export interface ThreatProtection {
  /** Of sign-in with passwords and codes. */
  readonly standard: 'audit' | 'enforced' | 'off';
  /**
   * Of sign-in by custom challenges. The provider cannot switch it off again by leaving it out: write `audit`.
   * @default - off
   */
  readonly custom?: 'audit' | 'enforced';
}

interface Props {
  readonly featurePlan?: FeaturePlan;
  readonly threatProtection?: ThreatProtection;
}

export function planConfig({ featurePlan, threatProtection }: Props): Partial<CognitoUserPoolConfig> {
  return {
    ...(featurePlan !== undefined && { userPoolTier: featurePlan.toUpperCase() }),
    ...(threatProtection && { userPoolAddOns: addOns(threatProtection) }),
  };
}

const addOns = ({ standard, custom }: ThreatProtection) => ({
  advancedSecurityMode: standard.toUpperCase(),
  ...(custom && { advancedSecurityAdditionalFlows: { customAuthMode: custom.toUpperCase() } }),
});
