import { checkText } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

/** @throws ConstructError for what is no ARN of a role, and for a role without one: synthesis does not check types. */
export const checkRoleArn = (construct: IConstruct, prop: string, roleArn: string): void =>
  checkText(construct, roleArn, {
    prop,
    pattern: /^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/,
    expected: 'the ARN of a role: arn:aws:iam::<account>:role/<name>',
    fix: 'Copy it from the IAM console, or take roleArn of a role that is made here',
  });
