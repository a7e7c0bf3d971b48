import { environmentRule } from '../../findings/rule';
import { fieldViolations } from '../violations';

const SHORTEST_DAYS = 90;

export const shortLogRetention = environmentRule({
  id: 'short-log-retention',
  severity: 'high',
  title: 'Logs kept too briefly',
  why: 'An intrusion is often noticed after months, and access logs are what shows who called what.',
  remediation: `Keep logs for ${SHORTEST_DAYS} days or more; Security Hub asks for 365.`,
  page: 'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
  fields: ['api.logs.retentionDays'],
  onlyAt: 'production',
  find: ({ api: { logs } }) =>
    fieldViolations(
      logs.retentionDays < SHORTEST_DAYS ? ['api.logs.retentionDays'] : [],
      `Logs older than ${logs.retentionDays} days are deleted.`,
      `${logs.retentionDays} days`,
    ),
});
