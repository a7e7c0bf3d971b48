import type { Unknown, UserPool, UserPoolClient } from '../../model';
import { knownItems } from '../../model/lists';
import { isUnknown } from '../../model/value';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';
import { placeOf } from '../../model/located';
import { poolFinder, poolPlaceOf } from '../../model/pool-member';

type Pool = UserPool<Unknown>;

export const featureOutsidePlan = refusalRule({
  id: 'feature-outside-plan',
  severity: 'high',
  title: 'Feature outside the feature plan',
  why: 'The feature plan of a user pool decides which features it can have. A pool without user_pool_tier has ESSENTIALS, and PLUS when it has threat protection.',
  remediation:
    'Set featurePlan (user_pool_tier) to a plan with the feature, or turn the feature off. ESSENTIALS and PLUS are billed per active user.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html',
  find: (surface) => {
    const poolOf = poolFinder(surface);
    const managed = new Set(
      surface.userPoolDomains.filter(({ managedLoginVersion }) => managedLoginVersion === 2).map(poolPlaceOf),
    );
    const ofPools = violations('user pool', surface.userPools, (pool) => {
      if (isUnknown(pool.tier) || pool.tier === 'PLUS') return undefined;
      const essentials = pool.tier === 'LITE' ? essentialsFeatures(pool, managed.has(placeOf(pool))) : [];
      return [
        {
          when: essentials.length > 0,
          message: refusedOnLite(essentials),
          after: pool.tier,
        },
        {
          when: isOn(pool.threatProtection) || isOn(pool.customAuthThreatProtection),
          message: `Cognito refuses threat protection on the feature plan ${pool.tier}; only PLUS has it.`,
          after: pool.tier,
        },
      ];
    });
    return [
      ...ofPools,
      ...violations('app client', surface.clients, (client) => {
        const features = poolOf(client)?.tier === 'LITE' ? clientFeatures(client) : [];
        return { when: features.length > 0, message: refusedOnLite(features) };
      }),
    ];
  },
});

const refusedOnLite = (features: readonly string[]): string =>
  `Cognito refuses ${features.join(', ')} on the feature plan LITE; ESSENTIALS and PLUS have it.`;

const clientFeatures = ({ authFlows, refreshRotation }: UserPoolClient<Unknown>): readonly string[] => [
  ...(knownItems(authFlows).includes('ALLOW_USER_AUTH') ? ['ALLOW_USER_AUTH'] : []),
  ...(refreshRotation === true ? ['refresh token rotation'] : []),
];

const isOn = (mode: unknown): boolean => mode === 'AUDIT' || mode === 'ENFORCED';

function essentialsFeatures(pool: Pool, managedLogin: boolean): readonly string[] {
  const factors = knownItems(pool.firstFactors);
  const { historySize } = pool.passwordPolicy;
  const found: Readonly<Record<string, boolean>> = {
    'email MFA': knownItems(pool.mfaMethods).includes('EMAIL'),
    [`pre token generation ${String(pool.preToken.version)}`]:
      pool.preToken.version === 'V2_0' || pool.preToken.version === 'V3_0',
    'sign-in with one-time codes': factors.includes('EMAIL_OTP') || factors.includes('SMS_OTP'),
    passkeys: factors.includes('WEB_AUTHN') || pool.passkeys === true,
    'password history': typeof historySize === 'number' && historySize > 0,
    'managed login version 2': managedLogin,
  };
  return Object.keys(found).filter((feature) => found[feature]);
}
