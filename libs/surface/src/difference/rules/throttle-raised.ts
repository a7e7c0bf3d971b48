import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { planLimits } from '../plan-limits';
import { show } from '../show';
import { ALL_ROUTES, settingOf } from '../stages';

const UNITS = { rate: 'requests a second', burst: 'requests at once' } as const;

export const throttleRaised = differenceRule({
  id: 'throttle-raised',
  severity: 'medium',
  title: 'Throttle raised',
  why: 'The throttle is what one caller can ask of the backend, and how fast one can try tokens or passwords.',
  remediation: 'Set it to what the backend can take.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
  find: ({ stages, usagePlans }) => [
    ...changed('usage plan', usagePlans, (before, after, name) => {
      const had = new Map(planLimits(before).map((limit) => [limit.id, limit]));
      return planLimits(after).flatMap(({ id, amount, text }) => {
        const was = had.get(id);
        if (was === undefined || amount <= was.amount) return [];
        return [
          {
            message: `Callers with an API key of ${name} can make ${text} in place of ${was.text}.`,
            before: was.text,
            after: text,
          },
        ];
      });
    }),
    ...changed('stage', stages, (before, after) =>
      after.settings.map((now) => {
        const raised = (['rate', 'burst'] as const).flatMap((limit) => {
          const was = settingOf(before, now.route, (each) => each[limit]);
          const becomes = now[limit];
          return typeof was === 'number' && typeof becomes === 'number' && becomes > was
            ? [{ limit, was, becomes, text: `${becomes} ${UNITS[limit]} in place of ${was}` }]
            : [];
        });
        return {
          when: raised.length > 0,
          at: now,
          message: `Callers of ${now.route === ALL_ROUTES ? 'every route' : show(now.route)} of ${after.api.name} can make ${raised.map(({ text }) => text).join(', and ')}.`,
          before: raised.map(({ limit, was }) => `${limit} ${was}`).join(', '),
          after: raised.map(({ limit, becomes }) => `${limit} ${becomes}`).join(', '),
        };
      }),
    ),
  ],
});
