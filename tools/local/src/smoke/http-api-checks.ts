import { type HttpApi } from '@gatehouse/surface';
import { httpNowhere } from '../requests/path';
import { httpPreflight } from '../requests/preflight';
import { says } from './http-expected';
import { type Check } from './route-checks';

/** What an HTTP API answers by itself: preflights, and paths that are not there. */
export const httpApiChecks = (api: HttpApi): Check[] =>
  api.defaultEndpointDisabled ? [] : [...preflightChecks(api), ...unknownPath(api)];

function preflightChecks(api: HttpApi): Check[] {
  const preflight = httpPreflight(api);
  if (preflight === undefined) return [];
  const { anyOrigin, method, origin, path } = preflight;
  return [
    {
      name: `OPTIONS ${path} from ${origin}`,
      path,
      init: { method: 'OPTIONS', headers: { Origin: origin, 'Access-Control-Request-Method': method } },
      expected: { status: 204, headers: { 'access-control-allow-origin': anyOrigin ? '*' : origin } },
    },
  ];
}

function unknownPath(api: HttpApi): Check[] {
  const target = httpNowhere(api);
  if (target === undefined) return [];
  const { method, path } = target;
  const expected = { status: 404, body: says('Not Found') };
  return [{ name: `${method} ${path}, no such route`, path, init: { method }, expected }];
}
