import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
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
  find: ({ stages }) =>
    changed('stage', stages, (before, after) =>
      after.settings.flatMap((now) =>
        (['rate', 'burst'] as const).map((limit) => {
          const was = settingOf(before, now.route, (each) => each[limit]);
          const becomes = now[limit];
          return {
            when: typeof was === 'number' && typeof becomes === 'number' && becomes > was,
            at: now,
            message: `Callers of ${now.route === ALL_ROUTES ? 'every route' : show(now.route)} of ${after.api.name} can make ${show(becomes)} ${UNITS[limit]} in place of ${show(was)}.`,
            before: `${limit} ${show(was)}`,
            after: `${limit} ${show(becomes)}`,
          };
        }),
      ),
    ),
});
