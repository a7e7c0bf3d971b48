import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf, show } from '../show';
import { settingOf } from '../stage-settings';
import { ALL_ROUTES } from '../stages';

export const throttleRemoved = differenceRule({
  id: 'throttle-removed',
  severity: 'high',
  title: 'A stage no longer limits how often it may be called',
  why: 'Without a limit of its own, one caller can use up the quota that all APIs of the account and region share, and run up the bill.',
  remediation: 'Give the stage its rate and burst limit back.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
  sameFactAs: ['no-throttle'],
  find: ({ stages }) =>
    both(stages).flatMap(({ before, after }) =>
      before.settings.flatMap((was) => {
        const lost = (['rate', 'burst'] as const).filter(
          (limit) =>
            typeof was[limit] === 'number' &&
            settingOf(after, was.route, (each) => each[limit]) === undefined,
        );
        if (lost.length === 0) return [];
        const routes = was.route === ALL_ROUTES ? 'every route' : show(was.route);
        return [
          {
            at: was,
            subject: `stage ${nameOf(after.name, after)}`,
            message: `Everyone who can call ${routes} of ${after.api.name} can call it as often as the account allows.`,
            before: lost.map((limit) => `${limit} ${show(was[limit])}`).join(', '),
            after: 'no limit',
          },
        ];
      }),
    ),
});
