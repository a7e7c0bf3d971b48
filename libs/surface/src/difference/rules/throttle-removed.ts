import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { show } from '../show';
import { ALL_ROUTES, settingOf } from '../stages';

export const throttleRemoved = differenceRule({
  id: 'throttle-removed',
  severity: 'high',
  title: 'Throttle removed',
  why: 'Without a limit of its own, one caller can exhaust the quota that all APIs of the account and region share, and run up the bill.',
  remediation: 'Restore the rate and burst limits of the stage.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
  sameFactAs: ['no-throttle'],
  find: ({ stages }) =>
    changed('stage', stages, (before, after) =>
      before.settings.map((was) => {
        const lost = (['rate', 'burst'] as const).filter(
          (limit) => typeof was[limit] === 'number' && settingOf(after, was.route, (each) => each[limit]) === undefined,
        );
        const routes = was.route === ALL_ROUTES ? 'every route' : show(was.route);
        return {
          when: lost.length > 0,
          at: was,
          message: `Everyone who can call ${routes} of ${after.api.name} can use up the quota of the account.`,
          before: lost.map((limit) => `${limit} ${show(was[limit])}`).join(', '),
          after: 'no limit',
        };
      }),
    ),
});
