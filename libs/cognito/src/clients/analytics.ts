import { type CognitoUserPoolClientAnalyticsConfiguration } from '@cdktf/provider-aws/lib/cognito-user-pool-client';

interface Shared {
  /**
   * Whether the attributes of users are sent too.
   * @default false
   */
  readonly shareUserData?: boolean;
}

/**
 * A Pinpoint project of this region, which Cognito writes to with a role that it makes itself.
 * @example analytics: { application: project, shareUserData: true }
 */
export interface AnalyticsOfProject extends Shared {
  /** The project, such as a `PinpointApp`. */
  readonly application: { readonly arn: string };
}

/**
 * A Pinpoint project of another region, which Cognito writes to with a role of yours.
 * @example analytics: { applicationId, externalId, role }
 */
export interface AnalyticsWithRole extends Shared {
  readonly applicationId: string;
  /** What Cognito shows when it takes the role. */
  readonly externalId: string;
  readonly role: { readonly arn: string };
}

/**
 * Where sign-ins and sign-ups are counted.
 * @example analytics: { application: project }
 */
export type Analytics = AnalyticsOfProject | AnalyticsWithRole;

type AnalyticsConfig = { readonly analyticsConfiguration?: CognitoUserPoolClientAnalyticsConfiguration[] };

export function analyticsConfig(analytics: Analytics | undefined): AnalyticsConfig {
  if (analytics === undefined) return {};
  const userDataShared = analytics.shareUserData ?? false;
  if ('application' in analytics) {
    return { analyticsConfiguration: [{ applicationArn: analytics.application.arn, userDataShared }] };
  }
  const { applicationId, externalId, role } = analytics;
  return { analyticsConfiguration: [{ applicationId, externalId, roleArn: role.arn, userDataShared }] };
}
