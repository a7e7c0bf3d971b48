import { knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const smsWithoutRole = refusalRule({
  id: 'sms-without-role',
  severity: 'high',
  title: 'Text messages without an IAM role',
  why: 'Cognito sends text messages through Amazon SNS, with a role of your account that trusts it for one external id.',
  remediation:
    'Set sms of the pool (sms_configuration with sns_caller_arn and external_id), or stop using phone numbers there.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html',
  find: ({ userPools }) =>
    violations('user pool', userPools, (pool) => {
      if (pool.smsRole !== undefined) return undefined;
      const uses = [
        ...(knownItems(pool.autoVerifiedAttributes).includes('phone_number') ? ['verification of phone numbers'] : []),
        ...(knownItems(pool.firstFactors).includes('SMS_OTP') ? ['sign-in with codes by SMS'] : []),
      ];
      return {
        when: uses.length > 0,
        message: `Cognito refuses ${uses.join(' and ')}, because the pool has no role to send text messages with.`,
      };
    }),
});
