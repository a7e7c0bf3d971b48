import { isWhole, knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const unverifiedAttributeKept = refusalRule({
  id: 'unverified-attribute-kept',
  severity: 'high',
  title: 'Original value kept of an attribute that is not verified',
  why: 'An attribute that keeps its value until the new one is verified must be one that Cognito verifies.',
  remediation: 'Set autoVerify (auto_verified_attributes) of the attribute.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-email-phone-verification.html',
  find: ({ userPools }) =>
    violations('user pool', userPools, ({ verifiedBeforeUpdate, autoVerifiedAttributes: verified }) => {
      if (!isWhole(verified)) return undefined;
      const found = knownItems(verifiedBeforeUpdate).filter((name) => !verified.includes(name));
      return {
        when: found.length > 0,
        message: `Cognito refuses to keep the original ${found.join(' and ')}, which it does not verify.`,
      };
    }),
});
