import type { ReadPlans } from '@gatehouse/surface';
import type { Origins } from './origins';

/** A plan does not tell why the author of a route made it public; the synthesized JSON does. */
export function withReasons(read: ReadPlans, origins: Origins): ReadPlans {
  const apis = read.after.apis.map((api) => ({
    ...api,
    routes: api.routes.map((route) => {
      const publicReason = origins.publicReasonOf(route);
      return publicReason === undefined ? route : { ...route, publicReason };
    }),
  }));
  return { ...read, after: { ...read.after, apis } };
}
