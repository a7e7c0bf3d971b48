import { type IUserPool, type IUserPoolClient } from '@gatehouse/construct-kit';

/** What Cognito counts for each client; of each name there are `Successes` (1 for a success, 0 for a failure) and `Throttles`. */
export type Counted = 'SignIn' | 'SignUp' | 'TokenRefresh' | 'Federation';

/** One metric of CloudWatch. */
export interface Metric {
  readonly metricName: `${Counted}${'Successes' | 'Throttles'}`;
  readonly dimensions: Readonly<Record<string, string>>;
}

export const NAMESPACE = 'AWS/Cognito';
/** Cognito writes its metrics every five minutes. */
export const PERIOD_SECONDS = 300;

/**
 * What a user pool counts for one of its clients.
 *
 * @param provider name of the identity provider; federation alone is counted for each
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/metrics-for-cognito-user-pools.html
 */
export function metricsOf(
  userPool: IUserPool,
  client: IUserPoolClient,
  counted: Counted,
  provider?: string,
): { readonly successes: Metric; readonly throttles: Metric } {
  const dimensions = {
    UserPool: userPool.userPoolId,
    UserPoolClient: client.clientId,
    ...(provider !== undefined && { IdentityProvider: provider }),
  };
  return {
    successes: { metricName: `${counted}Successes`, dimensions },
    throttles: { metricName: `${counted}Throttles`, dimensions },
  };
}
