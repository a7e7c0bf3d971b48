/** The URI of an integration with an AWS service. */
export interface ServiceUri {
  readonly region: string;
  readonly service: string;
  /** In front of the service's host, e.g. a bucket. */
  readonly subdomain?: string;
  /** `action`: an operation by its name; `path`: what follows is the path of the request. */
  readonly kind: 'action' | 'path';
  readonly rest: string;
}

/**
 * Reads `arn:aws:apigateway:<region>:<subdomain.service|service>:<path|action>/<service_api>`.
 *
 * @returns undefined for anything else
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html#apigw-PutIntegration-request-uri
 */
export function serviceUri(uri: string): ServiceUri | undefined {
  const [, region, host = '', kind, rest = ''] =
    /^arn:[\w-]+:apigateway:([^:]+):([^:]+):(action|path)\/(.*)$/s.exec(uri) ?? [];
  if (!region || !kind) return undefined;
  const dot = host.lastIndexOf('.');
  return {
    region,
    service: host.slice(dot + 1),
    ...(dot > 0 && { subdomain: host.slice(0, dot) }),
    kind: kind as ServiceUri['kind'],
    rest,
  };
}
