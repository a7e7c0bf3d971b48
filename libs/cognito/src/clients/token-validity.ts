import { check, checkWholeNumber } from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { type IConstruct } from 'constructs';

/**
 * How long tokens are valid, in minutes.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html
 * @example tokenValidity: { accessMinutes: 15, refreshMinutes: 1440 }
 */
export interface TokenValidity {
  /**
   * 5 to 1440 (one day), and no longer than the refresh token.
   * @default 60
   */
  readonly accessMinutes?: number;
  /**
   * 5 to 1440 (one day), and no longer than the refresh token.
   * @default 60
   */
  readonly idMinutes?: number;
  /**
   * 60 to 5256000 (ten years).
   * @default 43200: 30 days
   */
  readonly refreshMinutes?: number;
}

/**
 * Values always come with all three units: AWS reads bare numbers as hours and days, and provider 5.100 fails to
 * apply the removal of a unit (https://github.com/hashicorp/terraform-provider-aws/issues/47196).
 */
export function tokenValidity(construct: IConstruct, validity: TokenValidity = {}) {
  const { accessMinutes = 60, idMinutes = 60, refreshMinutes = 43_200 } = validity;
  checkMinutes(construct, 'refreshMinutes', refreshMinutes, 60, 5_256_000);
  checkShortLived(construct, 'accessMinutes', accessMinutes, refreshMinutes);
  checkShortLived(construct, 'idMinutes', idMinutes, refreshMinutes);

  return {
    accessTokenValidity: accessMinutes,
    idTokenValidity: idMinutes,
    refreshTokenValidity: refreshMinutes,
    tokenValidityUnits: [{ accessToken: 'minutes', idToken: 'minutes', refreshToken: 'minutes' }],
  };
}

function checkShortLived(construct: IConstruct, prop: string, minutes: number, refreshMinutes: number): void {
  checkMinutes(construct, prop, minutes, 5, 1440);
  if (Token.isUnresolved(minutes) || Token.isUnresolved(refreshMinutes)) return;
  check(construct, minutes <= refreshMinutes, {
    prop: `tokenValidity.${prop}`,
    expected: `at most the ${refreshMinutes} minutes of the refresh token`,
    found: minutes,
    fix: 'Shorten it, or lengthen tokenValidity.refreshMinutes',
  });
}

function checkMinutes(construct: IConstruct, prop: string, minutes: number, min: number, max: number): void {
  const fix = 'Give minutes; Cognito allows no others';
  checkWholeNumber(construct, minutes, { prop: `tokenValidity.${prop}`, min, max, fix });
}
