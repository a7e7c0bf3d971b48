import { isWhole } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const passwordFactorMissing = refusalRule({
  id: 'password-factor-missing',
  severity: 'high',
  title: 'Choice-based sign-in without PASSWORD',
  why: 'Every user pool has PASSWORD among the first factors. Users without a password sign in with another one all the same.',
  remediation:
    'Add PASSWORD to allowed_first_auth_factors; firstFactors has it always. To offer no password, leave the password flows out of the app clients.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html',
  find: ({ userPools }) =>
    violations('user pool', userPools, ({ firstFactors }) => ({
      when: isWhole(firstFactors) && firstFactors.length > 0 && !firstFactors.includes('PASSWORD'),
      message: 'Cognito refuses first factors without PASSWORD.',
      after: isWhole(firstFactors) ? firstFactors.join(', ') : '',
    })),
});
