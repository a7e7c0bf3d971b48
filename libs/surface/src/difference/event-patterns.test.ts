import { differences, readPlans } from '..';
import { handPlan } from '../../testing/hand-plan';

describe('a pattern of events', () => {
  const changed = (type: string, before: string, after: string) =>
    differences(
      readPlans([
        handPlan({
          [`${type}.a`]: [
            { name: 'a', event_pattern: before },
            { name: 'a', event_pattern: after },
          ],
        }),
      ]),
    ).map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
  const [was, now] = ['aws.iam', 'aws.nothing'].map((source) => JSON.stringify({ source: [source] })) as [
    string,
    string,
  ];

  it.each([
    ['aws_cloudwatch_event_rule', 'a runs its targets for other events, perhaps fewer.'],
    ['aws_cloudwatch_event_archive', 'a keeps other events, perhaps fewer.'],
  ])('of %s is reported where it is another one, not where only its form is', (type, message) => {
    expect(changed(type, was, now)).toEqual([`medium setting-weaker: ${message}`]);
    expect(changed(type, was, '{\n  "source": ["aws.iam"]\n}\n')).toEqual([]);
  });
});
