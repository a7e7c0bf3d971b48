import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf } from '../show';

export const accessLogRemoved = differenceRule({
  id: 'access-log-removed',
  severity: 'high',
  title: 'Access logging turned off',
  why: 'After an intrusion, access logs show who called what; what was not logged cannot be found later.',
  remediation: 'Restore access_log_settings of the stage.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  sameFactAs: ['access-log-off'],
  find: ({ stages }) =>
    both(stages).flatMap(({ before, after }) =>
      before.hasAccessLog && !after.hasAccessLog
        ? [
            {
              at: after,
              subject: `stage ${nameOf(after.name, after)}`,
              message: `Callers of ${after.api.name} on stage ${nameOf(after.name, after)} no longer leave a record.`,
              before: 'access log',
              after: 'none',
            },
          ]
        : [],
    ),
});
