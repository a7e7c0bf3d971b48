import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { show } from '../show';
import { settingOf } from '../stages';

export const executionLogRemoved = differenceRule({
  id: 'execution-log-removed',
  severity: 'medium',
  title: 'Execution logging turned off',
  why: 'Only execution logs show why API Gateway refused or failed a request, an attack among them.',
  remediation: 'Set logging_level to "ERROR".',
  page: 'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
  sameFactAs: ['execution-logs-off'],
  find: ({ stages }) =>
    changed('stage', stages, (before, after) =>
      before.settings.map((was) => {
        const level = settingOf(after, was.route, ({ loggingLevel }) => loggingLevel);
        return {
          when:
            typeof was.loggingLevel === 'string' &&
            was.loggingLevel !== 'OFF' &&
            (level === undefined || level === 'OFF'),
          at: was,
          message: `Operators can no longer see why ${after.api.name} refused a request to ${show(was.route)}.`,
          before: show(was.loggingLevel),
          after: 'OFF',
        };
      }),
    ),
});
