import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf } from '../show';

export const accessLogRemoved = differenceRule({
  id: 'access-log-removed',
  severity: 'high',
  title: 'A stage no longer writes down who called what',
  why: 'Access logs are what tells, after an intrusion, who called what; what was not written cannot be found later.',
  remediation: 'Give the stage its access_log_settings back.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  sameFactAs: ['access-log-off'],
  find: ({ stages }) =>
    both(stages).flatMap(({ before, after }) =>
      before.hasAccessLog && !after.hasAccessLog
        ? [
            {
              at: after,
              subject: `stage ${nameOf(after.name, after)}`,
              message: `Nobody can tell any more who called ${after.api.name} on stage ${nameOf(after.name, after)}.`,
              before: 'access log',
              after: 'none',
            },
          ]
        : [],
    ),
});
