import { type RestRoute } from '@gatehouse/surface';
import { configurationError, notServedLocally } from '../errors';
import { type Services, serviceUri } from '../services';
import { awsService, unservedService } from './aws-service';
import { type InvokeParts, isFunctionUri } from './call-function';
import { http } from './http';
import { type Integrate } from './integration';
import { lambdaProxy } from './lambda';
import { lambdaCustom } from './lambda-custom';
import { mock } from './mock';

/** The way to a method's backend; one that is not served here answers 501. */
export function backend(route: RestRoute, parts: InvokeParts): Integrate {
  const { services } = parts;
  const why = unserved(route, services);
  if (why !== undefined) return () => Promise.reject(notServedLocally(why));
  const { integration } = route;
  if (!integration) return () => Promise.reject(configurationError('the method has no integration'));
  switch (integration.type) {
    case 'AWS_PROXY':
      return lambdaProxy(integration, parts);
    case 'AWS':
      return isFunctionUri(integration.uri)
        ? lambdaCustom(route, integration, parts)
        : awsService(route, integration, services);
    case 'MOCK':
      return mock(route, integration);
    default:
      return http(route, integration);
  }
}

/** What of a method's backend only AWS serves; undefined where it is served here. */
export function unserved({ integration }: RestRoute, services: Services): string | undefined {
  if (!integration || isFunctionUri(integration.uri)) return undefined;
  const { type, uri = '' } = integration;
  if (type === 'AWS_PROXY') {
    const service = serviceUri(uri)?.service ?? 'lambda';
    return service === 'lambda' ? undefined : `AWS_PROXY with ${service} (it serves AWS_PROXY with Lambda)`;
  }
  if (type !== 'AWS') return undefined;
  return (
    unservedService(integration) ??
    (services.available ? undefined : 'calls of AWS services without an emulator to ask')
  );
}
