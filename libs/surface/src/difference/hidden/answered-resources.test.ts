import { handPlan } from '../../../testing/hand-plan';
import { findingsOf } from '../../../testing/real-plan';

describe('a policy on what a data source answers during the apply', () => {
  const POLICY = 'aws_iam_role_policy.work';
  const data = (type: string, name: string, after: object, after_unknown: object) => ({
    ...{ address: `data.${type}.${name}`, mode: 'data', type, name },
    change: { actions: ['read'], before: null, after, after_unknown },
  });
  /** @param from what the resources of its statement are made from */
  const written = (source: string, ...from: string[]) => {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- hand plans have no data sources
    const plan: any = handPlan(
      {
        [POLICY]: [null, { name: 'work', role: 'worker' }, { policy: true }],
        'aws_sns_topic.news': [null, { name: 'news' }, { kms_master_key_id: true }],
      },
      {
        [POLICY]: { policy: ['data.aws_iam_policy_document.work.json', 'data.aws_iam_policy_document.work'] },
        'aws_sns_topic.news': { kms_master_key_id: [`data.${source}.key.id`, `data.${source}.key`] },
      },
    );
    const statement = { effect: 'Allow', actions: ['kms:Decrypt'] };
    plan.resource_changes.push(
      data(
        'aws_iam_policy_document',
        'work',
        { statement: [statement] },
        { json: true, statement: [{ resources: true }] },
      ),
      data(source, 'key', {}, { id: true }),
    );
    const document = { mode: 'data', type: 'aws_iam_policy_document', name: 'work' };
    const expressions = { statement: [{ resources: { references: from } }] };
    plan.configuration.root_module.resources.push({
      ...document,
      address: 'data.aws_iam_policy_document.work',
      expressions,
    });
    return findingsOf(plan).map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
  };
  const finding = [`high access-unknown: Known only after the apply for new ${POLICY}: the resources of its policy.`];
  const topic = ['aws_sns_topic.news.kms_master_key_id', 'aws_sns_topic.news'];

  it('reaches as far as that says, by what the plan makes of it too', () => {
    expect(written('aws_kms_key', 'data.aws_kms_key.key.id', 'data.aws_kms_key.key')).toEqual(finding);
    expect(written('aws_kms_key', ...topic)).toEqual(finding);
  });

  it('is no riddle where nobody chooses the answer', () => {
    expect(written('aws_caller_identity', ...topic)).toEqual([]);
  });
});
