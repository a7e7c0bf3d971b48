import { readPlans } from '../index';
import { handPlan } from '../../testing/hand-plan';
import { isUnknown } from '../model/value';

const trust = JSON.stringify({ Version: '2012-10-17', Statement: [] });
/** The managed policies of a role that the plan makes. */
const policies = (attachments: Readonly<Record<string, string>>, values: object = {}, unknown: object = {}) =>
  readPlans([
    handPlan({
      'aws_iam_role.worker': [
        null,
        { name: 'worker', assume_role_policy: trust, ...values },
        { arn: true, ...unknown },
      ],
      ...Object.fromEntries(
        Object.entries(attachments).map(([name, policy_arn]) => [
          `aws_iam_role_policy_attachment.${name}`,
          [null, { role: 'worker', policy_arn }] as const,
        ]),
      ),
    }),
  ]).after.roles[0]?.managedPolicyArns;

const computed = { managed_policy_arns: true };

describe('the managed policies of a new role', () => {
  it('are those that are attached to it, where it lists none itself', () => {
    expect(policies({ a: 'arn:a', b: 'arn:b' }, {}, computed)).toEqual(['arn:a', 'arn:b']);
  });

  it('are not known where nothing is attached either', () => {
    expect(isUnknown(policies({}, {}, computed))).toBe(true);
  });

  it('are those that it lists with those that are attached, each once', () => {
    expect(policies({ a: 'arn:a', b: 'arn:b' }, { managed_policy_arns: ['arn:a', 'arn:c'] })).toEqual([
      'arn:a',
      'arn:c',
      'arn:b',
    ]);
  });
});
