import { isUnknown } from '../../model/value';
import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';
import { settingsOfAll } from '../stages';

export const executionLogsOff = postureRule({
  id: 'execution-logs-off',
  severity: 'medium',
  title: 'Execution logging off',
  why: 'Only execution logs show why API Gateway refused or failed a request.',
  remediation: 'Set logging_level to ERROR in method settings for */*.',
  page: 'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
  isHardening: true,
  replaces: ['cdk-nag APIG6', 'CKV2_AWS_4'],
  fields: ['api.logs.level'],
  tiers: { production: { severity: 'high' } },
  find: ({ apis }) =>
    violations(
      'stage',
      apis
        .flatMap(({ stages }) => stages)
        .filter((stage) => {
          const settings = settingsOfAll(stage);
          return !isUnknown(settings) && (!settings || settings.loggingLevel === 'OFF');
        }),
      'Operators cannot see why a request was refused or failed.',
    ),
});
