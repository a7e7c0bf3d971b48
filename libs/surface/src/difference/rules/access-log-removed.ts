import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';

export const accessLogRemoved = differenceRule({
  id: 'access-log-removed',
  severity: 'high',
  title: 'Access logging turned off',
  why: 'After an intrusion, access logs show who called what; what was not logged cannot be found later.',
  remediation: 'Restore access_log_settings of the stage.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  sameFactAs: ['access-log-off'],
  find: ({ stages }) =>
    changed('stage', stages, (before, after, name) => ({
      when: before.hasAccessLog && !after.hasAccessLog,
      message: `Callers of ${after.api.name} on stage ${name} no longer leave a record.`,
      before: 'access log',
      after: 'none',
    })),
});
