import { isUnknown } from '../../model/value';
import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf, show } from '../show';

export const triggerRemoved = differenceRule({
  id: 'trigger-removed',
  severity: 'high',
  title: 'Lambda trigger removed',
  why: 'Triggers refuse sign-ups, add claims or check sign-ins; without the function, everyone passes that step.',
  remediation: 'Restore the function in lambda_config.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html',
  sameFactAs: ['unverified-sign-up'],
  find: ({ userPools }) =>
    both(userPools).flatMap(({ before, after }) => {
      const [was, now] = [before.triggers, after.triggers];
      if (isUnknown(was) || isUnknown(now)) return [];
      const lost = Object.keys(was).filter((trigger) => !(trigger in now));
      if (lost.length === 0) return [];
      const name = nameOf(after.name, after);
      return [
        {
          at: after,
          subject: `user pool ${name}`,
          message: `Users of ${name} pass ${lost.join(' and ')} without your function.`,
          before: lost.map((trigger) => `${trigger}: ${show(was[trigger])}`).join(', '),
          after: 'none',
        },
      ];
    }),
});
