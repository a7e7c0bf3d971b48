import { type AnswersChanged, requestParameters, type RequestChanges, responseParameters } from './http-mapping';
import { httpTimeout } from './http-timeout';
import { type HttpApiIntegration } from './integration';

/** The network that an HTTP API enters: an `HttpVpcLink`, or one that exists. */
export interface VpcLinkTarget {
  readonly vpcLinkId: string;
  /** A `VpcLink`, which is for REST APIs, has another. */
  readonly kind?: 'http';
}

/** How a backend in a private network is called. */
export interface PrivateIntegrationOptions {
  readonly vpcLink: VpcLinkTarget;
  /** ARN of a listener of an application or network load balancer, or of a Cloud Map service. */
  readonly targetArn: string;
  /**
   * Name on the backend's certificate. API Gateway then speaks HTTPS, and refuses any other.
   * @default - HTTP, within the network
   */
  readonly serverName?: string;
  /**
   * Milliseconds until API Gateway answers 503, 50 to 30000.
   * @default 30000
   */
  readonly timeoutMilliseconds?: number;
  /**
   * Changes of the request before it goes to the backend. Its path begins with the name of a named stage.
   * @default - it goes as it is
   */
  readonly request?: RequestChanges;
  /**
   * What becomes of the backend's answer, by its status.
   * @default - callers get it as it is
   */
  readonly answers?: AnswersChanged;
}

/**
 * A load balancer or a service of Cloud Map in a network of the account, for HTTP APIs.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html
 * @example
 * Integration.private({ vpcLink, targetArn: listener.arn, serverName: 'reports.internal' });
 */
export function privateIntegration(options: PrivateIntegrationOptions): HttpApiIntegration {
  const { answers, request, serverName, targetArn, timeoutMilliseconds, vpcLink } = options;
  return {
    bindHttp(route) {
      const isHttp = route.kindOfLink(vpcLink.vpcLinkId) !== 'rest';
      route.check(
        isHttp,
        'a VPC link of HTTP APIs',
        'one of REST APIs',
        'A VpcLink is for REST APIs: make an HttpVpcLink',
      );
      return {
        integrationType: 'HTTP_PROXY',
        integrationMethod: route.verb,
        integrationUri: targetArn,
        connectionType: 'VPC_LINK',
        connectionId: vpcLink.vpcLinkId,
        payloadFormatVersion: '1.0',
        timeoutMilliseconds: httpTimeout(route, timeoutMilliseconds),
        requestParameters: requestParameters(route, request),
        ...responseParameters(route, answers),
        ...(serverName !== undefined && { tlsConfig: { serverNameToVerify: serverName } }),
      };
    },
  };
}
