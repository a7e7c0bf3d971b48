import { throttled } from '../errors';
import { type Exchange } from '../exchange';
import { TokenBuckets } from './token-buckets';

/** Limits of a method in its stage's settings: of the method itself, or of all methods. */
export class MethodThrottle {
  private readonly buckets = new TokenBuckets();

  /** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html */
  check({ request, route, served }: Exchange): void {
    const { api } = served.deployment;
    // `/` is written `~1` in paths of settings, and the root is an empty path.
    const path = (route?.definition.path ?? '').slice(1).replaceAll('/', '~1');
    const settings = [`${path}/${request.method}`, '*/*']
      .map((wanted) => served.stage.methodSettings.find(({ methodPath }) => normal(methodPath) === wanted))
      .find((each) => each?.throttleRate !== undefined);
    if (!settings) return;
    const bucket = [api.id, served.stage.name, path, request.method].join(' ');
    if (!this.buckets.take(bucket, { rate: settings.throttleRate, burst: settings.throttleBurst })) {
      throw throttled(`the throttle of ${settings.methodPath} is exceeded`);
    }
  }
}

/** `a/b/GET` of Terraform is `a~1b/GET` of API Gateway. */
function normal(methodPath: string): string {
  const at = methodPath.lastIndexOf('/');
  return `${methodPath.slice(0, at).replace(/^\//, '').replaceAll('/', '~1')}${methodPath.slice(at)}`;
}
