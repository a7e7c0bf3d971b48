import { isUnknown } from '../../model/value';
import { postureRule } from '../../findings/rule';
import { restStages, settingsOfAll } from '../stages';

export const executionLogsOff = postureRule({
  id: 'execution-logs-off',
  severity: 'medium',
  title: 'Execution logging off',
  why: 'Only execution logs show why API Gateway refused or failed a request.',
  remediation: 'Set logging_level to ERROR in method settings for */*.',
  page: 'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
  replaces: ['cdk-nag APIG6', 'CKV2_AWS_4'],
  fields: ['api.logs.level'],
  tiers: { production: { severity: 'high' } },
  find: ({ apis }) =>
    restStages(apis).flatMap(({ stage, subject }) => {
      const settings = settingsOfAll(stage);
      if (isUnknown(settings) || (settings && settings.loggingLevel !== 'OFF')) return [];
      return [{ at: stage, subject, message: 'Operators cannot see why a request was refused or failed.' }];
    }),
});
