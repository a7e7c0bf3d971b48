import { arnParts } from '../arn-parts';
import { knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

const REGIONAL = ['lambda', 'sns'];

export const alarmActionOfAnotherRegion = refusalRule({
  id: 'alarm-action-of-another-region',
  severity: 'high',
  title: 'Alarm that calls another region',
  why: 'An alarm calls topics and functions of its own region alone. CloudWatch answers others with "Invalid region specified".',
  remediation: 'Name a topic or function of the region of the alarm; a topic there can go on to subscribers elsewhere.',
  page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
  find: ({ alarms = [] }) =>
    violations('alarm', alarms, ({ actions, region: own }) =>
      knownItems(actions).map((action) => {
        const { region = '', service = '' } = arnParts(action) ?? {};
        return {
          when: own !== undefined && region !== own && REGIONAL.includes(service),
          message: `CloudWatch refuses an action of ${region} for an alarm of ${own}.`,
          after: action,
        };
      }),
    ),
});
