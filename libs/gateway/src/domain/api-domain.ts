import { ApiGatewayBasePathMapping } from '@cdktf/provider-aws/lib/api-gateway-base-path-mapping';
import { Apigatewayv2ApiMapping } from '@cdktf/provider-aws/lib/apigatewayv2-api-mapping';
import { check, checkText, isLate, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { checkPrivate } from './check-domain';
import { DomainName, type DomainNameOptions } from './domain-name';
import { type ServedStage } from './served-stage';

/** An API, REST or HTTP, whose stage can be under a name. */
export interface MappableApi {
  served(user: Construct): ServedStage;
}

/** Below which path of a host an API is. */
export interface DomainMappingOptions {
  /**
   * Whether the API answers under this name only.
   * @default false, or true where the name asks callers for certificates
   */
  readonly disableDefaultEndpoint?: boolean;
}

/**
 * One name for several APIs, each below a path. API Gateway takes the longest path that a request begins with.
 *
 * @throws ConstructError for a name that API Gateway refuses, and for mutual TLS of one that is not regional.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/apigatewayv2_api_mapping
 * @example
 * const domain = new ApiDomain(this, 'shop', { name: 'api.example.com', certificateArn, hostedZoneId });
 * domain.addMapping(reports, 'v1/reports');
 * domain.addMapping(orders, 'v1/orders');
 */
export class ApiDomain extends DomainName {
  private readonly paths = new Set<string>();
  private readonly mapped: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: DomainNameOptions,
  ) {
    super(scope, id, snakeCase(id), props);
    this.mapped = snakeCase(id);
  }

  /**
   * Serves an API below a path.
   *
   * @param path one or more parts, without slashes at its ends; without one the API is at the root
   * @returns where callers find it: `https://api.example.com/v1/reports`
   * @throws ConstructError for a path that another API has or that API Gateway refuses, and for an HTTP API under a name that is not
   * regional.
   */
  addMapping(api: MappableApi, path?: string, { disableDefaultEndpoint }: DomainMappingOptions = {}): string {
    const stage = api.served(this);
    this.checkPath(path, stage);
    const key = path ?? '';
    this.paths.add(key);
    const name = key === '' ? this.mapped : `${this.mapped}_${snakeCase(key.replaceAll('/', '_'))}`;
    nameInTerraform(this.mappingOf(stage, path), name);
    if (disableDefaultEndpoint ?? this.props.mutualTls !== undefined) stage.disableDefaultEndpoint();
    return ['https:/', this.props.name, ...(key === '' ? [] : [key])].join('/');
  }

  private get regional(): boolean {
    return this.types[0] === 'REGIONAL';
  }

  private mappingOf({ apiId, stageName }: ServedStage, path: string | undefined) {
    const { domainName, domainNameId } = this;
    const id = `mapping ${path ?? ''}`;
    return this.regional
      ? new Apigatewayv2ApiMapping(this, id, { apiId, stage: stageName, domainName, apiMappingKey: path })
      : new ApiGatewayBasePathMapping(this, id, { apiId, stageName, domainName, domainNameId, basePath: path });
  }

  private checkPath(path: string | undefined, { isPrivate, kind }: ServedStage): void {
    const prop = 'addMapping';
    if (kind === 'rest') checkPrivate(this, prop, this.types, isPrivate);
    const of = `Endpoint.${this.types[0].toLowerCase()}()`;
    check(this, !this.paths.has(path ?? ''), {
      prop,
      expected: 'each path once',
      found: path ?? 'the root',
      fix: 'Give one of the two another path',
    });
    check(this, !isLate(path), {
      prop,
      expected: 'a path that is known at synthesis: the mapping is named after it',
      found: path,
      fix: "Write it, as in addMapping(api, 'v1/reports')",
    });
    checkText(this, path ?? 'none', {
      prop,
      pattern: this.regional ? /^(?=.{1,300}$)[\w.-]+(\/[\w.-]+)*$/ : /^[\w.-]{1,300}$/,
      expected: this.regional
        ? 'parts of a path, without slashes at its ends: v1/reports'
        : `one part of a path under a name with ${of}`,
      fix: 'Without a path the API is at the root',
    });
    check(this, this.regional || kind === 'rest', {
      prop,
      expected: 'a REST API',
      found: `an HTTP API under a name with ${of}`,
      fix: 'HTTP APIs have regional names only: remove endpoint',
    });
  }
}
