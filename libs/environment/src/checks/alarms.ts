import { type Check } from './check';
import { inRegion } from './in-region';

/** Alarms watch something, and one place tells people. */
export const alarms: Check = ({ alarms, region }) => {
  if (!alarms) return [];
  const { email, snsTopicArn, ...thresholds } = alarms;
  const path = ['alarms'];
  return [
    ...inRegion([...path, 'snsTopicArn'], snsTopicArn, region),
    ...(email !== undefined && snsTopicArn !== undefined
      ? [
          {
            path: [...path, 'snsTopicArn'],
            expected: 'no topic beside email, for which one is made',
            fix: 'Remove one of the two (write null to remove what is inherited).',
          },
        ]
      : []),
    ...(Object.values(thresholds).some((threshold) => threshold !== undefined)
      ? []
      : [
          {
            path,
            expected: 'at least one threshold, such as serverErrorPercent',
            fix: 'Add "serverErrorPercent": 1, or remove alarms.',
          },
        ]),
  ];
};
