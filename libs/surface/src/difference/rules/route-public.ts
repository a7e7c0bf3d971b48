import { callerOf } from '../../access/caller';
import { isPublic, type Route } from '../../access/route';
import { isUnknown } from '../../model/value';
import { differenceRule, type Violation } from '../../findings/rule';
import { byTitle } from '../by-title';
import type { Pair } from '../pairs';
import { takeovers } from '../takeovers';

export const routePublic = differenceRule({
  id: 'route-public',
  severity: 'critical',
  title: 'Guarded route made public',
  why: 'A method with authorization NONE identifies no caller: a route that needed a token now answers everyone.',
  remediation: 'Restore the authorizer of the route. If it must be public, suppress the finding with the reason.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
  sameFactAs: ['public-route', 'api-key-only', 'open-websocket'],
  find: ({ routes }) => {
    const answers = takeovers(routes);
    return routes
      .flatMap((pair) => (isOpened(pair) ? [pair] : byTitle(pair)))
      .flatMap((pair) => {
        const { before, after } = pair;
        const pairs = before && after ? [pair] : answers((before ?? after) as Route);
        const opened = pairs.find((each) => each.before && each.after && opens(each.before, each.after));
        if (!opened?.before || !opened.after) return [];
        return [difference((before ?? opened.after).title, opened.before, opened.after)];
      });
  },
});

/** A route that loses its guard is the same one by its address, whatever its path becomes. */
export const isOpened = ({ before, after }: Pair<Route>): boolean =>
  before !== undefined && after !== undefined && opens(before, after);

const opens = (was: Route, now: Route): boolean =>
  !isUnknown(was.guard) && !isPublic(was) && isPublic(now) && !was.preflight && !now.preflight;

function difference(title: string, was: Route, now: Route): Violation {
  const by = now.title === title ? '' : `, by ${now.title}`;
  const guarded = was.title === title ? '' : `, which ${was.title} guarded`;
  const reason = now.publicReason === undefined ? '.' : `; the code says why: ${now.publicReason}`;
  return {
    at: now,
    subject: title,
    message: `${now.api.anyone} can call ${title} without a token${by}${guarded}${reason}`,
    before: callerOf(was).words,
    after: callerOf(now).words,
  };
}
