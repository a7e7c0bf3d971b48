import { Apigatewayv2VpcLink } from '@cdktf/provider-aws/lib/apigatewayv2-vpc-link';
import { check, nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';

/** The subnets in which an HTTP API calls its backend. */
export interface HttpVpcLinkProps {
  /** Name shown in AWS. */
  readonly name: string;
  /** Ids of subnets from which it reaches the backend, in several availability zones. Others make a new link. */
  readonly subnetIds: readonly string[];
  /** Ids of security groups that the backend lets in. Others make a new link. */
  readonly securityGroupIds: readonly string[];
  /** @default - none, beside those of the provider */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * A way into a network for `Integration.private`, for any number of HTTP APIs. REST APIs have links of another kind.
 *
 * @throws ConstructError without a subnet.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vpc-links.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/apigatewayv2_vpc_link
 * @example
 * const vpcLink = new HttpVpcLink(this, 'network', { name: 'acme', subnetIds, securityGroupIds });
 * api.addRoute('GET /reports', { auth, integration: Integration.private({ vpcLink, targetArn: listener.arn }) });
 */
export class HttpVpcLink extends Construct {
  /** Of which APIs it is a link. */
  readonly kind = 'http';
  /** Reference to its id. */
  readonly vpcLinkId: string;

  constructor(scope: Construct, id: string, { name, securityGroupIds, subnetIds, tags }: HttpVpcLinkProps) {
    super(scope, id);
    check(this, subnetIds.length > 0, {
      prop: 'subnetIds',
      expected: 'at least one',
      found: subnetIds,
      fix: 'Name subnets from which the backend can be reached',
    });
    const link = new Apigatewayv2VpcLink(this, 'Resource', {
      name,
      subnetIds: [...subnetIds],
      securityGroupIds: [...securityGroupIds],
      tags: tags && { ...tags },
    });
    this.vpcLinkId = nameInTerraform(link, snakeCase(id)).id;
  }
}
