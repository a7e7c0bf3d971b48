import { type HttpApi } from '@gatehouse/surface';
import { type Services } from '../services';
import { unservedBackend } from './backend';
import { type HttpServing } from './handle';

/**
 * What a person should know of an HTTP API as it is served here: a line for each route that is live though the configuration does
 * not have it, and for what is not as on AWS.
 */
export function httpNotesOf({ httpApi, stages }: HttpServing, services: Services): readonly string[] {
  const name = `API ${httpApi.name}`;
  const deployed = [...stages.values()].flatMap(({ deployment, stage }) => {
    const at = `${name}, stage ${stage.name}`;
    const gone = onlyIn(deployment.api, httpApi);
    const waiting = onlyIn(httpApi, deployment.api);
    return [
      ...(gone === '' ? [] : [`${at}: live, though the configuration does not have it: ${gone}. ${NEXT} ends it.`]),
      ...(waiting === '' ? [] : [`${at}: not live before a new deployment of the stage: ${waiting}.`]),
    ];
  });
  const unserved = httpApi.routes.flatMap((route) => {
    const what = unservedBackend(route, services);
    return what === undefined
      ? []
      : [`${name}: ${route.routeKey} answers 501: the local gateway does not serve ${what}.`];
  });
  return [...deployed, ...unserved];
}

const NEXT = 'A new deployment of the stage';

/** Keys of the routes of one that another does not have. */
function onlyIn(one: HttpApi, other: HttpApi): string {
  const there = new Set(other.routes.map(({ routeKey }) => routeKey));
  return one.routes
    .map(({ routeKey }) => routeKey)
    .filter((key) => !there.has(key))
    .join(', ');
}
