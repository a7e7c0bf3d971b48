import { differenceRule } from '../../findings/rule';
import { changed } from '../changed';

export const accessLogMoved = differenceRule({
  id: 'access-log-moved',
  severity: 'high',
  title: 'Access log goes to another account',
  why: 'The owner of the log sees who called what, with the addresses and names of callers, and decides how long it is kept.',
  remediation: 'Keep the log group or delivery stream in your own account, and let others read a copy.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  find: ({ stages }) =>
    changed('stage', stages, (before, after, name) => {
      const [was, now] = [before, after].map(({ accessLog }) =>
        typeof accessLog?.destinationArn === 'string' ? accessLog.destinationArn.split(':')[4] : undefined,
      );
      return {
        when: was !== undefined && now !== undefined && was !== now,
        message: `The access log of stage ${name} of ${after.api.name} goes to account ${now ?? ''}.`,
        before: `account ${was ?? ''}`,
        after: `account ${now ?? ''}`,
      };
    }),
});
