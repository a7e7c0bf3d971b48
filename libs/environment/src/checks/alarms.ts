import { type Check, unless } from './check';
import { inRegion } from './in-region';

/** Alarms watch something, and one place notifies people. */
export const alarms: Check = ({ alarms, region }) => {
  if (!alarms) return [];
  const { email, snsTopicArn, ...thresholds } = alarms;
  return [
    ...inRegion(['alarms', 'snsTopicArn'], snsTopicArn, region),
    ...unless(email === undefined || snsTopicArn === undefined, {
      path: ['alarms', 'snsTopicArn'],
      expected: 'no topic with email, for which one is made',
      fix: 'Remove one of the two (write null to remove what is inherited).',
    }),
    ...unless(
      Object.values(thresholds).some((threshold) => threshold !== undefined),
      {
        path: ['alarms'],
        expected: 'at least one threshold, such as serverErrorPercent',
        fix: 'Add "serverErrorPercent": 1, or remove alarms.',
      },
    ),
  ];
};
