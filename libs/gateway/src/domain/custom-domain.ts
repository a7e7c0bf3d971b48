import { ApiGatewayBasePathMapping } from '@cdktf/provider-aws/lib/api-gateway-base-path-mapping';
import { ApiGatewayDomainName } from '@cdktf/provider-aws/lib/api-gateway-domain-name';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { formats } from '@gatehouse/checks';
import { checkText, nameInTerraform } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { reference } from '../terraform';

export interface CustomDomainOptions {
  /** The name that callers use, in lower case: `api.example.com`. */
  readonly name: string;
  /** ARN of its certificate in AWS Certificate Manager, in the region of the API. */
  readonly certificateArn: string;
  /**
   * Route 53 zone in which the name is made to point to the API.
   * @default - none: point a CNAME to `target` yourself
   */
  readonly hostedZoneId?: string;
  /**
   * First part of the path under the name, in place of the stage.
   * @default - the API is at the root
   */
  readonly basePath?: string;
  /**
   * Whether the API answers under this name only.
   * @default false
   */
  readonly disableDefaultEndpoint?: boolean;
}

export interface CustomDomainProps extends CustomDomainOptions {
  /** Reference to the name of the stage. */
  readonly stageName: string;
}

/**
 * A regional domain for one stage of the API, with TLS 1.2 or newer.
 *
 * @throws ConstructError for a name and a base path that API Gateway refuses.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-regional-api-custom-domain-create.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_domain_name
 */
export class CustomDomain extends Construct {
  /** `https://api.example.com`, with the base path behind it. */
  readonly url: string;
  /** Reference to the name in AWS that the domain must point to. */
  readonly target: string;

  constructor(scope: Construct, id: string, api: ApiContext, props: CustomDomainProps) {
    super(scope, id);
    const { basePath, certificateArn, disableDefaultEndpoint, hostedZoneId, name, stageName } = props;
    checkProps(this, props);

    const apiName = api.terraformName;
    const domain = new ApiGatewayDomainName(this, 'Resource', {
      domainName: name,
      regionalCertificateArn: certificateArn,
      securityPolicy: 'TLS_1_2',
      endpointConfiguration: { types: ['REGIONAL'] },
    });
    nameInTerraform(domain, apiName);
    const mapping = new ApiGatewayBasePathMapping(this, 'mapping', {
      apiId: api.restApiId,
      stageName,
      domainName: reference(domain, 'domain_name'),
      basePath,
    });
    nameInTerraform(mapping, apiName);
    if (hostedZoneId !== undefined) this.pointTo(api, domain, hostedZoneId, name);
    if (disableDefaultEndpoint === true && api.restApi) api.restApi.disableExecuteApiEndpoint = true;
    this.url = ['https:/', name, ...(basePath === undefined ? [] : [basePath])].join('/');
    this.target = domain.regionalDomainName;
  }

  private pointTo(api: ApiContext, domain: ApiGatewayDomainName, zoneId: string, name: string): void {
    const record = new Route53Record(this, 'record', {
      zoneId,
      name,
      type: 'A',
      alias: {
        name: reference(domain, 'regional_domain_name'),
        zoneId: reference(domain, 'regional_zone_id'),
        evaluateTargetHealth: false,
      },
    });
    nameInTerraform(record, api.terraformName);
  }
}

function checkProps(construct: Construct, { basePath, name }: CustomDomainProps): void {
  checkText(construct, name, {
    prop: 'domain.name',
    fix: 'Write it without scheme and path',
    ...formats.domainName,
  });
  if (basePath === undefined) return;
  checkText(construct, basePath, {
    prop: 'domain.basePath',
    fix: 'Without basePath the API is at the root',
    ...formats.basePath,
  });
}
