import { Token } from 'cdktf';
import { type AnswersChanged, requestParameters, type RequestChanges, responseParameters } from './http-mapping';
import { httpTimeout } from './http-timeout';
import { restTimeout } from './rest/timeout';
import {
  type BindingRoute,
  type BoundHttpIntegration,
  type BoundIntegration,
  type HttpApiIntegration,
  type Integration,
} from './integration';

/** How a URL is called. */
export interface HttpIntegrationOptions {
  /** Where requests go, with `https://`. It may hold the route's path parameters: `https://example.com/reports/{id}`. */
  readonly url: string;
  /**
   * Milliseconds until API Gateway answers 504, from 50; more than 29000 needs a raised quota, of a regional or private API. An HTTP API
   * answers 503, after 30000 at most.
   * @default 29000, of an HTTP API 30000
   */
  readonly timeoutMilliseconds?: number;
  /**
   * Id of the VPC link that leads to the backend: of a network load balancer, made here or elsewhere.
   * @default - the backend is reached over the internet
   */
  readonly vpcLinkId?: string;
  /**
   * Whether a REST API takes a certificate of the backend that no known authority signed, such as one that it signed itself. Its name and
   * its dates are checked all the same.
   * @default false
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration-tls-config.html
   */
  readonly insecureSkipVerification?: boolean;
}

/** What only an HTTP API offers. */
export interface HttpProxyOptions extends Omit<HttpIntegrationOptions, 'vpcLinkId' | 'insecureSkipVerification'> {
  /**
   * Changes of the request before it goes to the backend.
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
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-http.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-private-integration.html
 */
export function httpIntegration(options: HttpIntegrationOptions): Integration & HttpApiIntegration;
export function httpIntegration(options: HttpProxyOptions): HttpApiIntegration;
export function httpIntegration(options: HttpIntegrationOptions & HttpProxyOptions): Integration & HttpApiIntegration {
  return { bind: (route) => restProxy(route, options), bindHttp: (route) => httpProxy(route, options) };
}

function httpProxy(route: BindingRoute, options: HttpIntegrationOptions & HttpProxyOptions): BoundHttpIntegration {
  const { answers, insecureSkipVerification, request, timeoutMilliseconds, url, vpcLinkId } = options;
  checkUrl(route, url);
  parametersOf(route, url);
  const fix = 'Make it by Integration.private, with an HttpVpcLink';
  route.check(vpcLinkId === undefined, 'a backend on the internet', { vpcLinkId }, fix);
  const verified = insecureSkipVerification === undefined;
  route.check(
    verified,
    'no insecureSkipVerification',
    insecureSkipVerification,
    'An HTTP API verifies every certificate',
  );
  return {
    integrationType: 'HTTP_PROXY',
    integrationMethod: route.verb,
    integrationUri: urlText(url),
    connectionType: 'INTERNET',
    payloadFormatVersion: '1.0',
    timeoutMilliseconds: httpTimeout(route, timeoutMilliseconds),
    requestParameters: requestParameters(route, request),
    ...responseParameters(route, answers),
  };
}

/** @param mapped parameters of the URL that are no parameters of the route */
export function restProxy(
  route: BindingRoute,
  options: HttpIntegrationOptions & HttpProxyOptions,
  mapped: readonly string[] = [],
): BoundIntegration {
  const { answers, insecureSkipVerification, request, url, vpcLinkId } = options;
  const isForBoth = request === undefined && answers === undefined;
  const expected = 'no request and no answers, which HTTP APIs alone have';
  route.check(isForBoth, expected, { request, answers }, 'Remove them, or use an HttpApi');
  checkUrl(route, url);
  const isId = vpcLinkId === undefined || Token.isUnresolved(vpcLinkId) || /^[a-z0-9]+$/.test(vpcLinkId);
  const fix = 'Find it with `aws apigateway get-vpc-links`';
  route.check(isId, 'the id of a VPC link, such as a1b2c3', vpcLinkId, fix);
  const isRest = vpcLinkId === undefined || route.kindOfLink(vpcLinkId) !== 'http';
  route.check(isRest, 'a VPC link of REST APIs', 'one of HTTP APIs', 'An HttpVpcLink is for HTTP APIs: make a VpcLink');
  const parameters = parametersOf(route, url, mapped).map((name) => `request.path.${name}`);
  return {
    integration: {
      type: 'HTTP_PROXY',
      integrationHttpMethod: route.verb,
      uri: urlText(url),
      timeoutMilliseconds: restTimeout(route, options.timeoutMilliseconds),
      ...(vpcLinkId !== undefined && { connectionType: 'VPC_LINK', connectionId: vpcLinkId }),
      ...(insecureSkipVerification !== undefined && { tlsConfig: { insecureSkipVerification } }),
      ...(parameters.length > 0 && {
        requestParameters: Object.fromEntries(parameters.map((name) => [`integration.${name}`, `method.${name}`])),
      }),
    },
    requestParameters: Object.fromEntries(parameters.map((name) => [`method.${name}`, true])),
  };
}

function checkUrl(route: BindingRoute, url: string): void {
  const isUrl = Token.isUnresolved(url) || /^https?:\/\/[^\s/]+/.test(url);
  route.check(isUrl, 'a URL that begins with https:// or http://', url, 'Write the whole URL of the backend');
}

/** Parameters that the URL takes over; those of a reference cannot be seen. */
function parametersOf(route: BindingRoute, url: string, mapped: readonly string[] = []): string[] {
  const all = [...url.matchAll(/(?<!\$)\{([^{}]+)\}/g)].map(([, name = '']) => name);
  const names = all.filter((name) => !mapped.includes(name));
  for (const name of names) {
    const fix = 'Name it in the path of the route, or remove it from the URL';
    route.check(route.parameters.includes(name), `parameters of the path ${route.path}`, `{${name}}`, fix);
  }
  return [...new Set(names)];
}

/** Terraform must leave `${stageVariables.host}` to API Gateway; any other expression in a URL is Terraform's. */
const urlText = (url: string): string => url.replace(/(?<!\$)\$\{(?=stageVariables\.)/g, () => '$${');
