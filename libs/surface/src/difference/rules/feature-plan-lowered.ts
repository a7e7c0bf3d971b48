import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { isWeaker } from '../is-weaker';
import { show } from '../show';

const LOSES = {
  PLUS: 'threat protection: leaked passwords and unusual sign-ins are no longer noticed',
  ESSENTIALS: 'email MFA, passkeys, sign-in with one-time codes, and changes of access tokens by a function',
  LITE: '',
};

export const featurePlanLowered = differenceRule({
  id: 'feature-plan-lowered',
  severity: 'medium',
  title: 'Feature plan lowered',
  why: 'The plan decides which protections a pool can have. AWS refuses a lower one while a feature of the higher one is on.',
  remediation: 'Restore user_pool_tier, or check that no user depends on the features that are lost.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html',
  find: ({ userPools }) =>
    changed('user pool', userPools, ({ tier: was }, { tier: now }, name) => ({
      when: isWeaker(['LITE', 'ESSENTIALS', 'PLUS'], was, now),
      message: `Users of ${name} lose ${typeof was === 'string' ? LOSES[was] : ''}.`,
      before: show(was),
      after: show(now),
    })),
});
