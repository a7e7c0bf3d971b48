import { type HttpRoute } from '@gatehouse/surface';
import { type Services } from '../services';
import { notServed } from './errors';
import { httpProxy } from './http-proxy';
import { type HttpIntegrate } from './integration';
import { isFunction, lambda } from './lambda';
import { service } from './service';
import { serviceRequests } from './service-requests';

/** The way to a route's backend. What this gateway cannot carry out is 501, with its name. */
export function httpBackend(route: HttpRoute, services: Services): HttpIntegrate {
  const { integration } = route;
  const what = unservedBackend(route, services);
  if (integration === undefined || what !== undefined) return () => Promise.reject(notServed(what ?? ''));
  if (integration.subtype !== undefined) return service(integration, integration.subtype, services);
  return integration.type === 'HTTP_PROXY' ? httpProxy(integration) : lambda(integration);
}

/** What of a route only AWS serves; undefined where nothing is. */
export function unservedBackend({ integration, routeKey }: HttpRoute, services: Services): string | undefined {
  if (integration === undefined) return `route ${routeKey}, which has no integration`;
  const { subtype, type, uri } = integration;
  if (subtype !== undefined) {
    return serviceRequests[subtype] && services.available ? undefined : `the AWS service integration ${subtype}`;
  }
  // Of a private integration it is the ARN of a listener, or of a service of Cloud Map.
  if (type === 'HTTP_PROXY')
    return /^https?:\/\//.test(uri ?? '') ? undefined : `the backend ${uri ?? 'of an integration without a URI'}`;
  if (type === 'AWS_PROXY' && isFunction(uri)) return undefined;
  return `integration type ${type} to ${uri ?? 'nothing'}`;
}
