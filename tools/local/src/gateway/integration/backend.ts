import { type RestRoute } from '@gatehouse/surface';
import { configurationError } from '../errors';
import { type Functions } from '../functions/functions';
import { http } from './http';
import { type Integrate } from './integration';
import { lambdaProxy } from './lambda';
import { mock } from './mock';

const SERVED = 'AWS_PROXY, MOCK, HTTP and HTTP_PROXY';

/** The way to a method's backend. */
export function backend(route: RestRoute, functions: Functions): Integrate {
  const { integration } = route;
  switch (integration?.type) {
    case 'AWS_PROXY':
      return lambdaProxy(integration, functions);
    case 'MOCK':
      return mock(route, integration);
    case 'HTTP_PROXY':
    case 'HTTP':
      return http(route, integration);
    default:
      return async () => {
        const found = integration?.type ?? 'none';
        throw configurationError(`the local gateway serves ${SERVED} integrations, found ${found}`);
      };
  }
}
