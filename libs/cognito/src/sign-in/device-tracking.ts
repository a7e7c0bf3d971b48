import { type CognitoUserPoolConfig } from '@cdktf/provider-aws/lib/cognito-user-pool';

/**
 * Devices that people sign in with get a key, by which Cognito knows them again.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html
 * @example deviceTracking: { challengeRequiredOnNewDevice: true }
 */
export interface DeviceTracking {
  /**
   * Whether a device that is known takes the place of the second factor: only a new one is asked for it.
   * @default false
   */
  readonly challengeRequiredOnNewDevice?: boolean;
  /**
   * Whether the application must ask before a device is remembered.
   * @default false: every device is
   */
  readonly deviceOnlyRememberedOnUserPrompt?: boolean;
}

export function deviceConfig(tracking: DeviceTracking | undefined): Partial<CognitoUserPoolConfig> {
  if (tracking === undefined) return {};
  return {
    deviceConfiguration: {
      challengeRequiredOnNewDevice: tracking.challengeRequiredOnNewDevice ?? false,
      deviceOnlyRememberedOnUserPrompt: tracking.deviceOnlyRememberedOnUserPrompt ?? false,
    },
  };
}
