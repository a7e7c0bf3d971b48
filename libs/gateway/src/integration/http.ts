import { Token } from 'cdktf';
import { type BindingRoute, type Integration } from './integration';

export interface HttpIntegrationOptions {
  /** Where requests go, with `https://`. It may hold the route's path parameters: `https://example.com/reports/{id}`. */
  readonly url: string;
  /**
   * Milliseconds until API Gateway answers 504, 50 to 29000.
   * @default 29000
   */
  readonly timeoutMilliseconds?: number;
  /**
   * Id of the VPC link that leads to the backend: of a network load balancer, made here or elsewhere.
   * @default - the backend is reached over the internet
   */
  readonly vpcLinkId?: string;
}

/**
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-private-integration.html
 */
export function httpIntegration(options: HttpIntegrationOptions): Integration {
  const { url, timeoutMilliseconds: timeout = 29_000, vpcLinkId } = options;
  return {
    bind(route) {
      const isUrl = Token.isUnresolved(url) || /^https?:\/\/[^\s/]+/.test(url);
      const expected = 'a URL that begins with https:// or http://';
      route.check(isUrl, expected, url, 'Write the whole URL of the backend');
      const allowed = Number.isInteger(timeout) && timeout >= 50 && timeout <= 29_000;
      route.check(allowed, 'a timeout from 50 to 29000 milliseconds', timeout, 'API Gateway waits no longer');
      const isId = vpcLinkId === undefined || Token.isUnresolved(vpcLinkId) || /^[a-z0-9]+$/.test(vpcLinkId);
      route.check(
        isId,
        'the id of a VPC link, such as a1b2c3',
        vpcLinkId,
        'Find it with `aws apigateway get-vpc-links`',
      );
      const parameters = parametersOf(route, url).map((name) => `request.path.${name}`);
      return {
        integration: {
          type: 'HTTP_PROXY',
          integrationHttpMethod: route.verb,
          uri: url,
          timeoutMilliseconds: timeout,
          ...(vpcLinkId !== undefined && { connectionType: 'VPC_LINK', connectionId: vpcLinkId }),
          ...(parameters.length > 0 && {
            requestParameters: Object.fromEntries(parameters.map((name) => [`integration.${name}`, `method.${name}`])),
          }),
        },
        requestParameters: Object.fromEntries(parameters.map((name) => [`method.${name}`, true])),
      };
    },
  };
}

/** Parameters that the URL takes over; those of a reference cannot be seen. */
function parametersOf(route: BindingRoute, url: string): string[] {
  const names = [...url.matchAll(/(?<!\$)\{([^{}]+)\}/g)].map(([, name = '']) => name);
  for (const name of names) {
    const fix = 'Name it in the path of the route, or remove it from the URL';
    route.check(route.parameters.includes(name), `parameters of the path ${route.path}`, `{${name}}`, fix);
  }
  return [...new Set(names)];
}
