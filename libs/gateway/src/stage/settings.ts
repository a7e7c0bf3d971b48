import { ApiGatewayMethodSettings } from '@cdktf/provider-aws/lib/api-gateway-method-settings';
import { check, checkWholeNumber, nameInTerraform } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { type ParsedRoute } from '../route/route-key';
import { addressOf } from '../terraform';
import { checkThrottle } from './limits';
import { type RouteSettings } from './route-settings';
import { type StageOptions } from './stage';

/**
 * How the stage treats requests: all of them, and those of routes that are cached or have settings of their own.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_method_settings
 */
export class Settings extends Construct {
  private readonly everyMethod: ApiGatewayMethodSettings;

  constructor(
    scope: Construct,
    id: string,
    private readonly api: ApiContext,
    private readonly stageName: string,
    private readonly options: StageOptions,
  ) {
    super(scope, id);
    this.everyMethod = this.add('Resource', '*/*', {}, options.cache && { cachingEnabled: false });
    nameInTerraform(this.everyMethod, api.terraformName);
  }

  /**
   * Treats a route apart from the others, where it says so. Without a cache in the stage no answer is kept.
   *
   * @throws ConstructError for limits that refuse every request, and for a time without a cache.
   */
  treat({ key, name, path, verb }: ParsedRoute, settings: RouteSettings, cached: boolean): void {
    this.checkSettings(key, settings, cached);
    const { cache } = this.options;
    const { cacheTtlSeconds, loggingLevel, metrics, throttle } = settings;
    const keeps = cached && cache !== undefined;
    if (!keeps && [loggingLevel, metrics, throttle].every((each) => each === undefined)) return;
    const caching = keeps ? kept(cacheTtlSeconds ?? cache.ttlSeconds) : cache && { cachingEnabled: false };
    // API Gateway writes the slashes of a path so, here only.
    const own = this.add(key, `${path.replaceAll('/', '~1')}/${verb}`, settings, caching);
    // The settings of all methods replace those of each: https://github.com/hashicorp/terraform-provider-aws/issues/41104
    own.dependsOn = [addressOf(this.everyMethod)];
    nameInTerraform(own, this.api.partName(name));
  }

  /** Settings of one method replace those of all methods as a whole, so they repeat them. */
  private add(id: string, methodPath: string, own: RouteSettings, caching: object | undefined) {
    const { loggingLevel = 'OFF', metrics = false, throttle } = { ...this.options, ...given(own) };
    return new ApiGatewayMethodSettings(this, id, {
      restApiId: this.api.restApiId,
      stageName: this.stageName,
      methodPath,
      settings: {
        loggingLevel,
        dataTraceEnabled: false,
        metricsEnabled: metrics,
        throttlingRateLimit: throttle.rateLimit,
        throttlingBurstLimit: throttle.burstLimit,
        ...caching,
      },
    });
  }

  private checkSettings(key: string, { cacheTtlSeconds, throttle }: RouteSettings, cached: boolean): void {
    if (throttle !== undefined) checkThrottle(this.node.scope!, throttle, `${key}, throttle`);
    if (cacheTtlSeconds === undefined) return;
    const prop = `${key}, cacheTtlSeconds`;
    check(this.node.scope!, cached, {
      prop,
      expected: 'a cached route',
      found: cacheTtlSeconds,
      fix: 'Add cached: true',
    });
    checkWholeNumber(this.node.scope!, cacheTtlSeconds, {
      prop,
      min: 1,
      max: 3600,
      fix: 'To keep nothing remove cached',
    });
  }
}

const kept = (seconds: number) => ({
  cachingEnabled: true,
  cacheTtlInSeconds: seconds,
  cacheDataEncrypted: true,
  // Otherwise anyone may have a request pass the cache with `Cache-Control: max-age=0`.
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
});

const given = ({ loggingLevel, metrics, throttle }: RouteSettings) => ({
  ...(loggingLevel !== undefined && { loggingLevel }),
  ...(metrics !== undefined && { metrics }),
  ...(throttle !== undefined && { throttle }),
});
