import { type RestApi } from '@gatehouse/surface';
import { nowhere, targetOf } from '../requests/path';
import { originOfErrors, preflights } from '../requests/preflight';
import { refusal } from './expected';
import { type Check } from './route-checks';

/** What an API answers by itself: preflights, errors that pages can read, and paths that are not there. */
export const apiChecks = (api: RestApi): Check[] => [...preflightChecks(api), ...errorChecks(api), ...unknownPath(api)];

function preflightChecks(api: RestApi): Check[] {
  return preflights(api).flatMap(({ anyOrigin, header, method, origin, path }) => {
    const check = (from: string, allowed: string | null): Check => ({
      name: `OPTIONS ${path} from ${from}`,
      path: path.replaceAll(/\{[^}]+\}/g, '1'),
      init: {
        method: 'OPTIONS',
        headers: {
          Origin: from,
          'Access-Control-Request-Method': method,
          ...(header !== undefined && { 'Access-Control-Request-Headers': header }),
        },
      },
      expected: { status: 'let in', ...(allowed !== null && { headers: { 'access-control-allow-origin': allowed } }) },
    });
    return [check(origin, anyOrigin ? '*' : origin)];
  });
}

function errorChecks(api: RestApi): Check[] {
  const origin = originOfErrors(api);
  const guarded = api.routes.find(({ auth }) => auth.kind === 'cognito');
  const target = guarded && targetOf(api, guarded);
  if (origin === undefined || target === undefined) return [];
  const { method, path } = target;
  const { status } = refusal(api, 'unauthorized');
  // Where an API allows several origins, its errors give each page its own back.
  const any = api.cors.some((cors) => cors.path === undefined && cors.origins.includes('*'));
  const allowed = any ? ['*', origin] : origin;
  return [
    {
      name: `${method} ${path} without a token from ${origin}`,
      path,
      init: { method, headers: { Origin: origin } },
      expected: { status, headers: { 'access-control-allow-origin': allowed } },
    },
  ];
}

function unknownPath(api: RestApi): Check[] {
  const target = nowhere(api);
  if (target === undefined) return [];
  const { method, path } = target;
  return [
    { name: `${method} ${path}, no such route`, path, init: { method }, expected: refusal(api, 'missing token') },
  ];
}
