import { type HttpRoute } from '@gatehouse/surface';
import { type Services } from '../services';
import { notServed } from './errors';
import { httpProxy } from './http-proxy';
import { type HttpIntegrate } from './integration';
import { isFunction, lambda } from './lambda';
import { service } from './service';

/** The way to a route's backend. What this gateway cannot carry out is 501, with its name. */
export function httpBackend({ integration, routeKey }: HttpRoute, services: Services): HttpIntegrate {
  if (integration === undefined) return unserved(`route ${routeKey}, which has no integration`);
  if (integration.subtype !== undefined) return service(integration, services);
  if (integration.type === 'HTTP_PROXY') return httpProxy(integration);
  if (integration.type === 'AWS_PROXY' && isFunction(integration.uri)) return lambda(integration);
  return unserved(`integration type ${integration.type} to ${integration.uri ?? 'nothing'}`);
}

const unserved =
  (what: string): HttpIntegrate =>
  () =>
    Promise.reject(notServed(what));
