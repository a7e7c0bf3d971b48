import { ApiGatewayDomainName, type ApiGatewayDomainNameConfig } from '@cdktf/provider-aws/lib/api-gateway-domain-name';
import { check, nameInTerraform, policyDocument } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { checkDomain } from './check-domain';
import { type MutualTls } from './mutual-tls';
import { pointName } from './records';
import { Endpoint } from '../settings/endpoint';
import { reference } from '../terraform';

/** A host of one's own for APIs. */
export interface DomainNameOptions {
  /** The name that callers use, in lower case: `api.example.com`. */
  readonly name: string;
  /** ARN of its certificate in AWS Certificate Manager: in the region of the API, or in us-east-1 for `Endpoint.edge()`. */
  readonly certificateArn: string;
  /**
   * ARN of a public certificate that proves who owns the name, where `certificateArn` is imported or of a private authority.
   * @default - none
   */
  readonly ownershipCertificateArn?: string;
  /**
   * Route 53 zone in which the name is made to point to the API.
   * @default - none: point a CNAME to `target` yourself
   */
  readonly hostedZoneId?: string;
  /**
   * Where callers reach the name: regional, through CloudFront, or from VPCs only.
   * @default Endpoint.regional()
   */
  readonly endpoint?: Endpoint;
  /**
   * Certificates that callers must show; of a regional name. The default endpoint of its APIs, which asks for none, is then disabled.
   * @default - none
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html
   */
  readonly mutualTls?: MutualTls;
  /**
   * Tags beside those of the provider.
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * A name for APIs, with TLS 1.2 or newer.
 *
 * @throws ConstructError for a name that API Gateway refuses, and for mutual TLS of one that is not regional.
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_domain_name
 */
export class DomainName extends Construct {
  /** Reference to the name, so that what uses it waits for the domain. */
  readonly domainName: string;
  /** Reference to the id of a private name; absent for others. */
  readonly domainNameId?: string;
  /** Reference to the name in AWS that the domain must point to. */
  readonly target: string;

  constructor(
    scope: Construct,
    id: string,
    terraformName: string,
    private readonly options: DomainNameOptions,
  ) {
    super(scope, id);
    checkOptions(this, options);
    const { mutualTls, name, ownershipCertificateArn, tags } = options;
    const domain = new ApiGatewayDomainName(this, 'Resource', {
      domainName: name,
      securityPolicy: 'TLS_1_2',
      ownershipVerificationCertificateArn: ownershipCertificateArn,
      mutualTlsAuthentication: mutualTls && { ...mutualTls },
      tags: tags && { ...tags },
      ...this.endpoint(),
    });
    nameInTerraform(domain, terraformName);
    this.domainName = reference(domain, 'domain_name');
    const [type] = this.types;
    if (type === 'PRIVATE') this.domainNameId = reference(domain, 'domain_name_id');
    this.target = type === 'EDGE' ? domain.cloudfrontDomainName : domain.regionalDomainName;
    const kind = type === 'EDGE' ? 'cloudfront' : 'regional';
    pointName(this, terraformName, {
      ...options,
      ipAddressType: options.endpoint?.ipAddressType,
      to: { name: reference(domain, `${kind}_domain_name`), zoneId: reference(domain, `${kind}_zone_id`) },
    });
  }

  get types(): Endpoint['types'] {
    return (this.options.endpoint ?? Endpoint.regional()).types;
  }

  private endpoint(): Partial<ApiGatewayDomainNameConfig> {
    const { certificateArn, endpoint = Endpoint.regional() } = this.options;
    const { ipAddressType, types, vpcEndpointIds = [] } = endpoint;
    return {
      ...(types[0] === 'REGIONAL' ? { regionalCertificateArn: certificateArn } : { certificateArn }),
      endpointConfiguration: { types, ipAddressType },
      ...(types[0] === 'PRIVATE' && { policy: onlyThrough(vpcEndpointIds) }),
    };
  }
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains.html */
function onlyThrough(vpcEndpointIds: readonly string[]): string {
  const everyone = { Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' } as const;
  return policyDocument([
    { Effect: 'Allow', ...everyone },
    { Effect: 'Deny', ...everyone, Condition: { StringNotEquals: { 'aws:SourceVpce': [...vpcEndpointIds] } } },
  ]);
}

function checkOptions(construct: Construct, options: DomainNameOptions): void {
  const { endpoint, hostedZoneId, mutualTls } = options;
  checkDomain(construct, options);
  const type = endpoint?.types[0] ?? 'REGIONAL';
  check(construct, mutualTls === undefined || type === 'REGIONAL', {
    prop: 'domain.mutualTls',
    expected: 'a regional name',
    found: `Endpoint.${type.toLowerCase()}`,
    fix: 'API Gateway asks for certificates of callers at regional names only: remove endpoint, or mutualTls',
  });
  check(construct, type !== 'PRIVATE' || hostedZoneId === undefined, {
    prop: 'domain.hostedZoneId',
    expected: 'no zone for a private name',
    found: hostedZoneId,
    fix: 'Point the name to your VPC endpoint, which is not made here',
  });
}
