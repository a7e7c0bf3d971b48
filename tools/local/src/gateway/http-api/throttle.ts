import { TokenBuckets } from '../request/token-buckets';
import { throttled } from './errors';
import { type HttpExchange } from './exchange';

/** Limits of a route in its stage's settings: its own, or those of every route. */
export class RouteThrottle {
  private readonly buckets = new TokenBuckets();

  /** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html */
  check({ route, served }: HttpExchange): void {
    const routeKey = route?.definition.routeKey ?? '';
    const { name, routeSettings } = served.stage;
    const settings =
      routeSettings.find((each) => each.routeKey === routeKey && each.throttleRate !== undefined) ??
      routeSettings.find((each) => each.routeKey === undefined && each.throttleRate !== undefined);
    if (settings === undefined) return;
    const limits = { rate: settings.throttleRate, burst: settings.throttleBurst };
    if (this.buckets.take(`${name} ${routeKey}`, limits)) return;
    throw throttled(`the throttle of ${settings.routeKey ?? 'every route'} is exceeded`);
  }
}
