import { environmentRule } from '../../findings/rule';
import { fieldViolations } from '../violations';

export const noAlarms = environmentRule({
  id: 'no-alarms',
  severity: 'high',
  title: 'No alarm recipient',
  why: 'Without alarms, or with alarms that notify no one, callers are the first to notice that the API fails.',
  remediation: 'Add alarms with an email or an snsTopicArn.',
  page: 'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
  fields: ['alarms'],
  onlyAt: 'production',
  find: ({ alarms }) =>
    fieldViolations(
      alarms?.email === undefined && alarms?.snsTopicArn === undefined ? ['alarms'] : [],
      'No one is notified when the API fails.',
    ),
});
