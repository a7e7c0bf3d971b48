import { isUnknown } from '../../model/value';
import { violations } from '../../findings/violations';
import { isEmpty } from '../../model/lists';
import { postureRule } from '../../findings/rule';

export const unverifiedSignUp = postureRule({
  id: 'unverified-sign-up',
  severity: 'high',
  title: 'Sign-up without verification',
  why: 'Without a verified address, an account does not prove who created it: routes that trust the email claim mistake anyone for the owner.',
  remediation: 'Set autoVerify.email (auto_verified_attributes to ["email"]), or decide in a pre_sign_up trigger.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html',
  find: ({ userPools }) =>
    violations(
      'user pool',
      userPools.filter(
        ({ selfSignUp, autoVerifiedAttributes, triggers }) =>
          selfSignUp === true &&
          isEmpty(autoVerifiedAttributes) &&
          !isUnknown(triggers) &&
          triggers['pre_sign_up'] === undefined,
      ),
      'Anyone can sign up with someone else’s email address.',
    ),
});
