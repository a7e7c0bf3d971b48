import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf, show } from '../show';
import { settingOf } from '../stage-settings';

export const executionLogRemoved = differenceRule({
  id: 'execution-log-removed',
  severity: 'medium',
  title: 'Execution logging turned off',
  why: 'Only execution logs show why API Gateway refused or failed a request, an attack among them.',
  remediation: 'Set logging_level to "ERROR".',
  page: 'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
  sameFactAs: ['execution-logs-off'],
  find: ({ stages }) =>
    both(stages).flatMap(({ before, after }) =>
      before.settings.flatMap((was) => {
        const level = settingOf(after, was.route, ({ loggingLevel }) => loggingLevel);
        if (typeof was.loggingLevel !== 'string' || was.loggingLevel === 'OFF') return [];
        if (level !== undefined && level !== 'OFF') return [];
        return [
          {
            at: was,
            subject: `stage ${nameOf(after.name, after)}`,
            message: `Operators can no longer see why ${after.api.name} refused a request to ${show(was.route)}.`,
            before: was.loggingLevel,
            after: 'OFF',
          },
        ];
      }),
    ),
});
