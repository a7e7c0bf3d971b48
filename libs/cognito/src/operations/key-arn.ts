import { checkText } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

/** @throws ConstructError for what is no ARN of a KMS key: a policy that names an alias allows nothing. */
export const checkKeyArn = (construct: IConstruct, prop: string, arn: string): void =>
  checkText(construct, arn, {
    prop,
    pattern: /^arn:[\w-]+:kms:[\w-]+:\d{12}:key\/[\w-]+$/,
    expected: 'the ARN of a KMS key: arn:aws:kms:<region>:<account>:key/<id>',
    fix: 'Copy it from the KMS console; an alias is no key',
  });
