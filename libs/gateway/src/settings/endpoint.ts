import { type ApiGatewayRestApiEndpointConfiguration } from '@cdktf/provider-aws/lib/api-gateway-rest-api';

/** Addresses that a name has: `ipv4`, or IPv6 as well. */
export type IpAddressType = 'ipv4' | 'dualstack';

/** Where callers reach an API. Made by `Endpoint`. */
export interface Endpoint extends ApiGatewayRestApiEndpointConfiguration {
  readonly types: ['EDGE' | 'PRIVATE' | 'REGIONAL'];
  /** Those that callers of a private API come through. */
  readonly vpcEndpointIds?: string[];
}

/**
 * Where callers reach a REST API.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html
 * @example
 * new RestApi(this, 'api', { name: 'reports', stage, endpoint: Endpoint.private({ vpcEndpoints: ['vpce-0123456789abcdef0'] }) });
 */
export const Endpoint = {
  /** In the API's region. */
  regional: (options: { readonly ipAddressType?: IpAddressType } = {}): Endpoint => ({
    types: ['REGIONAL'],
    ipAddressType: options.ipAddressType ?? 'ipv4',
  }),

  /** Through a CloudFront distribution of AWS, for callers all over the world. */
  edge: (options: { readonly ipAddressType?: IpAddressType } = {}): Endpoint => ({
    types: ['EDGE'],
    ipAddressType: options.ipAddressType ?? 'ipv4',
  }),

  /**
   * From VPCs only, through their endpoints for `execute-api`. Without statements of its own in `policy` the API lets in everyone who
   * comes through one of them, and with some it adds that everyone else is refused.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html
   */
  private: ({ vpcEndpoints }: { readonly vpcEndpoints: readonly [string, ...string[]] }): Endpoint => ({
    types: ['PRIVATE'],
    // AWS has no other for private APIs.
    ipAddressType: 'dualstack',
    vpcEndpointIds: [...(vpcEndpoints ?? [])],
  }),
} as const;
