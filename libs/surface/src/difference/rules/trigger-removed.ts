import { isUnknown } from '../../model/value';
import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf, show } from '../show';

export const triggerRemoved = differenceRule({
  id: 'trigger-removed',
  severity: 'high',
  title: 'A function that decides about sign-up, sign-in or tokens is no longer asked',
  why: 'Triggers are where a team refuses sign-ups, adds claims or checks sign-ins; without the function, everyone passes that step.',
  remediation: 'Put the function back into lambda_config.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html',
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
          message: `Nothing of the team's own is asked at ${lost.join(' and ')} of ${name} any more.`,
          before: lost.map((trigger) => `${trigger}: ${show(was[trigger])}`).join(', '),
          after: 'none',
        },
      ];
    }),
});
