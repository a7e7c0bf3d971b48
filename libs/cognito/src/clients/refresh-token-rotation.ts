import { type CognitoUserPoolClientRefreshTokenRotation } from '@cdktf/provider-aws/lib/cognito-user-pool-client';
import { checkWholeNumber } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

/**
 * Each refresh answers with a new refresh token.
 * @example refreshTokenRotation: { gracePeriodSeconds: 10 }
 */
export interface RefreshTokenRotation {
  /** How long the old one still answers, for an answer that was lost on its way: 0 to 60 seconds. */
  readonly gracePeriodSeconds: number;
}

type Rotation = { readonly refreshTokenRotation?: CognitoUserPoolClientRefreshTokenRotation[] };

export const rotates = (rotation: RefreshTokenRotation | 'off' | undefined): boolean =>
  rotation !== undefined && rotation !== 'off';

/**
 * Off is written with its grace period: AWS answers with 0, and provider 5.100 fails on what it did not plan.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/45646
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/43531
 */
export function rotationConfig(construct: IConstruct, rotation: RefreshTokenRotation | 'off' | undefined): Rotation {
  if (rotation === undefined) return {};
  if (rotation === 'off') return { refreshTokenRotation: [{ feature: 'DISABLED', retryGracePeriodSeconds: 0 }] };
  const { gracePeriodSeconds } = rotation;
  checkWholeNumber(construct, gracePeriodSeconds, {
    prop: 'refreshTokenRotation.gracePeriodSeconds',
    min: 0,
    max: 60,
    fix: 'Give seconds; Cognito allows no others',
  });
  return { refreshTokenRotation: [{ feature: 'ENABLED', retryGracePeriodSeconds: gracePeriodSeconds }] };
}
