import { handPlan } from '../../../testing/hand-plan';
import { entryOf, findingsOf } from '../../../testing/real-plan';

const QUEUE = 'aws_sqs_queue_policy.jobs';
const policy = JSON.stringify({ Statement: [] });
const advice = (
  after: object,
  unknown: object,
  change: object = {},
  expressions: Readonly<Record<string, readonly string[]>> = {},
) => {
  const plan = handPlan({ [QUEUE]: [null, { queue_url: 'q', ...after }, unknown] }, { [QUEUE]: expressions });
  Object.assign(entryOf(plan, QUEUE).change, change);
  return findingsOf(plan)
    .filter(({ rule }) => rule === 'access-unknown')
    .map(({ remediation }) => remediation);
};

describe('what to do about a policy that the plan does not show', () => {
  it('is to show it where it is hidden as sensitive', () => {
    expect(advice({ policy }, {}, { after_sensitive: { policy: true } })).toEqual([
      expect.stringMatching(/^Take the value out of sensitive\(\)/),
    ]);
  });

  it('is to write JSON where it is none', () => {
    expect(advice({ policy: 'no policy: [' }, {})).toEqual(['Write a JSON document, best by jsonencode().']);
  });

  it('is to read the code where it is written there', () => {
    expect(advice({}, { policy: true }, {}, { policy: ['aws_sns_topic.news.arn', 'aws_sns_topic.news'] })).toEqual([
      expect.stringMatching(/^Give plan-review the code of the plan with --config/),
    ]);
  });
});
