import { isUnknown } from '../../model/value';
import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { show } from '../show';

export const triggerRemoved = differenceRule({
  id: 'trigger-removed',
  severity: 'high',
  title: 'Lambda trigger removed',
  why: 'Triggers refuse sign-ups, add claims or check sign-ins; without the function, everyone passes that step.',
  remediation: 'Restore the function in lambda_config.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html',
  find: ({ userPools }) =>
    changed('user pool', userPools, ({ triggers: was }, { triggers: now }, name) => {
      if (isUnknown(was) || isUnknown(now)) return undefined;
      const lost = Object.keys(was).filter((trigger) => !(trigger in now));
      return {
        when: lost.length > 0,
        message: `Users of ${name} pass ${lost.join(' and ')} without your function.`,
        before: lost.map((trigger) => `${trigger}: ${show(was[trigger])}`).join(', '),
        after: 'none',
      };
    }),
});
