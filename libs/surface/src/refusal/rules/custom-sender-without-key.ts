import { isUnknown } from '../../model/value';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

const SENDERS = ['custom_email_sender', 'custom_sms_sender'];

export const customSenderWithoutKey = refusalRule({
  id: 'custom-sender-without-key',
  severity: 'high',
  title: 'Custom sender without a KMS key',
  why: 'Cognito encrypts the codes and passwords that a custom sender delivers, with a key that the function decrypts them with.',
  remediation: 'Set key of the sender (kms_key_id in lambda_config), and allow the function kms:Decrypt.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-sender-triggers.html',
  find: ({ userPools }) =>
    violations('user pool', userPools, ({ triggers, senderKey }) => {
      const senders = isUnknown(triggers) ? [] : SENDERS.filter((sender) => triggers[sender] !== undefined);
      return {
        when: senders.length > 0 && senderKey === undefined,
        message: `Cognito refuses ${senders.join(' and ')}, because lambda_config has no kms_key_id.`,
      };
    }),
});
