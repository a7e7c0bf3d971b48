import { Apigatewayv2ApiMapping } from '@cdktf/provider-aws/lib/apigatewayv2-api-mapping';
import { Apigatewayv2DomainName } from '@cdktf/provider-aws/lib/apigatewayv2-domain-name';
import { checkText, nameInTerraform } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { checkDomain } from '../domain/check-domain';
import { type MutualTls } from '../domain/mutual-tls';
import { pointName } from '../domain/records';
import { reference } from '../terraform';
import { type HttpApiContext } from './http-api-context';

/** A host of one's own for an HTTP API. */
export interface HttpDomainOptions {
  /** The name that callers use, in lower case: `api.example.com`. */
  readonly name: string;
  /** ARN of its certificate in AWS Certificate Manager, in the region of the API. */
  readonly certificateArn: string;
  /**
   * ARN of a public certificate that proves who owns the name, where `certificateArn` is imported or of a private authority.
   * @default - none
   */
  readonly ownershipCertificateArn?: string;
  /**
   * Route 53 zone in which the name is made to point to the API.
   * @default - none: point a CNAME to `domainTarget` yourself
   */
  readonly hostedZoneId?: string;
  /**
   * First parts of the path under the name: `v1/reports`.
   * @default - the API is at the root
   */
  readonly mappingKey?: string;
  /**
   * Certificates that callers must show. The default endpoint, which asks for none, is then disabled.
   * @default - none
   */
  readonly mutualTls?: MutualTls;
  /**
   * Addresses that the name has: `ipv4`, or IPv6 as well.
   * @default 'ipv4'
   */
  readonly ipAddressType?: 'ipv4' | 'dualstack';
  /**
   * Whether the API answers under this name only.
   * @default false, or true with `mutualTls`
   */
  readonly disableDefaultEndpoint?: boolean;
}

/**
 * A regional domain for one stage of an HTTP API, with TLS 1.2 or newer.
 *
 * @throws ConstructError for a name, a mapping key and a truststore that API Gateway refuses.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-custom-domain-names.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/apigatewayv2_domain_name
 */
export class HttpDomain extends Construct {
  /** `https://api.example.com`, with the mapping key behind it. */
  readonly url: string;
  /** Reference to the name in AWS that the domain must point to. */
  readonly target: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly api: HttpApiContext,
    private readonly props: HttpDomainOptions & { readonly stageName: string },
  ) {
    super(scope, id);
    checkProps(this, props);
    const { disableDefaultEndpoint = false, mappingKey, mutualTls, name, stageName } = props;
    const domain = this.addDomainName();
    const mapping = new Apigatewayv2ApiMapping(this, 'mapping', {
      apiId: api.apiId,
      stage: stageName,
      domainName: reference(domain, 'id'),
      apiMappingKey: mappingKey,
    });
    nameInTerraform(mapping, api.terraformName);
    pointName(this, api.terraformName, {
      ...props,
      to: {
        name: reference(domain, 'domain_name_configuration[0].target_domain_name'),
        zoneId: reference(domain, 'domain_name_configuration[0].hosted_zone_id'),
      },
    });
    if (api.api && (disableDefaultEndpoint || mutualTls)) api.api.disableExecuteApiEndpoint = true;
    this.url = ['https:/', name, ...(mappingKey === undefined ? [] : [mappingKey])].join('/');
    this.target = domain.domainNameConfiguration.targetDomainName;
  }

  private addDomainName(): Apigatewayv2DomainName {
    const { certificateArn, ipAddressType = 'ipv4', mutualTls, name, ownershipCertificateArn } = this.props;
    const domain = new Apigatewayv2DomainName(this, 'Resource', {
      domainName: name,
      domainNameConfiguration: {
        certificateArn,
        endpointType: 'REGIONAL',
        securityPolicy: 'TLS_1_2',
        ipAddressType,
        ownershipVerificationCertificateArn: ownershipCertificateArn,
      },
      mutualTlsAuthentication: mutualTls && { ...mutualTls },
      tags: this.api.tags,
    });
    return nameInTerraform(domain, this.api.terraformName);
  }
}

function checkProps(construct: Construct, options: HttpDomainOptions): void {
  checkDomain(construct, options);
  checkText(construct, options.mappingKey ?? 'none', {
    prop: 'domain.mappingKey',
    pattern: /^(?=.{1,300}$)[\w.-]+(\/[\w.-]+)*$/,
    expected: 'parts of a path, without slashes at its ends: v1/reports',
    fix: 'Without mappingKey the API is at the root',
  });
}
