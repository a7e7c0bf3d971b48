import { type RestRoute } from '@gatehouse/surface';
import { configurationError } from '../errors';
import { isFunctionUri } from './call-function';
import { http } from './http';
import { type Integrate } from './integration';
import { lambdaProxy } from './lambda';
import { lambdaCustom } from './lambda-custom';
import { mock } from './mock';

const SERVED = 'Lambda, MOCK, HTTP and HTTP_PROXY';

/** The way to a method's backend. */
export function backend(route: RestRoute): Integrate {
  const { integration } = route;
  switch (integration?.type) {
    case 'AWS_PROXY':
      return lambdaProxy(integration);
    case 'AWS':
      if (!isFunctionUri(integration.uri)) return unserved(integration.uri ?? 'AWS without a uri');
      return lambdaCustom(route, integration);
    case 'MOCK':
      return mock(route, integration);
    case 'HTTP_PROXY':
    case 'HTTP':
      return http(route, integration);
    default:
      return unserved(integration?.type ?? 'none');
  }
}

const unserved =
  (found: string): Integrate =>
  () =>
    Promise.reject(configurationError(`the local gateway serves ${SERVED} integrations, found ${found}`));
