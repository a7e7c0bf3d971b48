import { ApiGatewayMethodSettings } from '@cdktf/provider-aws/lib/api-gateway-method-settings';
import { nameInTerraform } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { addressOf } from '../terraform';
import { type ParsedRoute } from '../route/route-key';
import { type StageOptions } from './stage';

/**
 * How the stage treats requests: all of them, and those of cached routes.
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
    this.everyMethod = this.add('Resource', '*/*', options.cache && { cachingEnabled: false });
    nameInTerraform(this.everyMethod, api.terraformName);
  }

  /** Keeps the answers of a route; without a cache in the stage nothing happens. */
  cache({ key, name, path, verb }: ParsedRoute): void {
    const { cache } = this.options;
    if (cache === undefined) return;
    // API Gateway writes the slashes of a path so, here only.
    const settings = this.add(key, `${path.replaceAll('/', '~1')}/${verb}`, {
      cachingEnabled: true,
      cacheTtlInSeconds: cache.ttlSeconds,
      cacheDataEncrypted: true,
      // Otherwise anyone may have a request pass the cache with `Cache-Control: max-age=0`.
      requireAuthorizationForCacheControl: true,
      unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
    });
    // The settings of all methods replace those of each: https://github.com/hashicorp/terraform-provider-aws/issues/41104
    settings.dependsOn = [addressOf(this.everyMethod)];
    nameInTerraform(settings, this.api.partName(name));
  }

  /** Settings of one method replace those of all methods as a whole, so they repeat them. */
  private add(id: string, methodPath: string, caching: object | undefined): ApiGatewayMethodSettings {
    const { loggingLevel, metrics, throttle } = this.options;
    return new ApiGatewayMethodSettings(this, id, {
      restApiId: this.api.restApiId,
      stageName: this.stageName,
      methodPath,
      settings: {
        loggingLevel: loggingLevel ?? 'OFF',
        dataTraceEnabled: false,
        metricsEnabled: metrics ?? false,
        throttlingRateLimit: throttle.rateLimit,
        throttlingBurstLimit: throttle.burstLimit,
        ...caching,
      },
    });
  }
}
