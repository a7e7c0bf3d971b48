import { nameOfChange } from '../../changes/name-of-change';
import { differenceRule } from '../../findings/rule';

export const parameterInPlainText = differenceRule({
  id: 'parameter-in-plain-text',
  severity: 'high',
  title: 'Parameter no longer encrypted',
  why: 'A SecureString is read only with the right to its key as well. As String, everyone who may read parameters reads it, and its history keeps the value.',
  remediation: 'Keep the type SecureString, and change the secret if it has been stored as String.',
  page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html',
  find: ({ changesOf }) =>
    changesOf('aws_ssm_parameter').flatMap((change) => {
      const { after, before } = change;
      const type = after?.['type'];
      if (before?.['type'] !== 'SecureString' || (type !== 'String' && type !== 'StringList')) return [];
      const name = nameOfChange(change);
      const message = `Everyone who may read parameters can read ${name}: it is no longer encrypted.`;
      return [{ at: change, subject: `parameter ${name}`, message, before: 'SecureString', after: type }];
    }),
});
