import { ApiGatewayVpcLink } from '@cdktf/provider-aws/lib/api-gateway-vpc-link';
import { nameInTerraform, plainText, snakeCase } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';

/** The network load balancer behind which a REST API calls its backend. */
export interface VpcLinkProps {
  /** Name shown in AWS. */
  readonly name: string;
  /** @default - none */
  readonly description?: string;
  /** A network load balancer, such as `Lb` of the provider with `loadBalancerType: 'network'`. Another one makes a new link. */
  readonly loadBalancer: { readonly arn: string };
  /** @default - none, beside those of the provider */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * A way to a network load balancer for `Integration.http` and `Integration.customHttp`, for any number of REST APIs. HTTP APIs have
 * links of another kind.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-private-integration.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/api_gateway_vpc_link
 * @example
 * const { vpcLinkId } = new VpcLink(this, 'network', { name: 'acme', loadBalancer });
 * api.addRoute('GET /reports', { auth, integration: Integration.http({ url: 'https://reports.internal', vpcLinkId }) });
 */
export class VpcLink extends Construct {
  /** Of which APIs it is a link. */
  readonly kind = 'rest';
  /** Reference to its id. */
  readonly vpcLinkId: string;

  constructor(scope: Construct, id: string, { description, loadBalancer, name, tags }: VpcLinkProps) {
    super(scope, id);
    const link = new ApiGatewayVpcLink(this, 'Resource', {
      name,
      description: description && plainText(description),
      targetArns: [loadBalancer.arn],
      tags: tags && { ...tags },
    });
    this.vpcLinkId = nameInTerraform(link, snakeCase(id)).id;
  }
}
