import { Construct } from 'constructs';
import { parseRoute, type RouteKey } from './route-key';

const api = new (class extends Construct {})(undefined as never, 'api');

describe('a route key', () => {
  it.each([
    ['GET /', { path: '/', parts: [], parameters: [], pathName: 'root', name: 'get_root' }],
    ['GET /me', { path: '/me', parts: ['me'], parameters: [], pathName: 'me', name: 'get_me' }],
    [
      'DELETE /reports/{reportId}/pages/{page}',
      {
        path: '/reports/{reportId}/pages/{page}',
        parts: ['reports', '{reportId}', 'pages', '{page}'],
        parameters: ['reportId', 'page'],
        pathName: 'reports_by_report_id_pages_by_page',
        name: 'delete_reports_by_report_id_pages_by_page',
      },
    ],
    [
      'ANY /files/{proxy+}',
      {
        path: '/files/{proxy+}',
        parts: ['files', '{proxy+}'],
        parameters: ['proxy'],
        pathName: 'files_proxy',
        name: 'any_files_proxy',
      },
    ],
    [
      'POST /v1.0/user-Profiles:export',
      {
        path: '/v1.0/user-Profiles:export',
        parts: ['v1.0', 'user-Profiles:export'],
        parameters: [],
        pathName: 'v1_0_user_profiles_export',
        name: 'post_v1_0_user_profiles_export',
      },
    ],
  ] satisfies [RouteKey, object][])('%s is read', (key, expected) => {
    expect(parseRoute(api, key)).toEqual({ key, verb: key.split(' ')[0], ...expected });
  });

  it.each([
    ['get /me', 'one of ANY, DELETE'],
    ['FETCH /me', 'one of ANY, DELETE'],
    ['GET me', 'a path that begins with /'],
    ['GET  /me', 'a space and a path'],
    ['GET /me ', 'parts between single slashes'],
    ['GET /me/', 'no slash at the end'],
    ['GET //me', 'parts between single slashes'],
    ['GET /a%20b', 'letters, digits'],
    ['GET /a/{b', 'a {parameter}'],
    ['GET /a/x{b}', 'a {parameter}'],
    ['GET /a/{}', 'a {parameter}'],
    ['GET /{proxy+}/a', '{proxy+}, which takes the rest of the path, as the last part'],
    ['GET /{id}/a/{id}', '{id} once in the path'],
  ])('fails when it is %s', (key, expected) => {
    expect(() => parseRoute(api, key as RouteKey)).toThrow(expected);
  });

  it('fails with the place, the key and what to do', () => {
    expect(() => parseRoute(api, 'GET /me/')).toThrow(
      'api, route: expected parts between single slashes, each letters, digits, . _ - : $ or a {parameter}, ' +
        'and no slash at the end, found "GET /me/". Write it like GET /reports/{id} or ANY /files/{proxy+}.',
    );
  });

  it('does not compile with a wrong verb or without a slash', () => {
    const keys: RouteKey[] = [
      // @ts-expect-error no such verb
      'FETCH /me',
      // @ts-expect-error lower case
      'get /me',
      // @ts-expect-error no slash
      'GET me',
    ];
    for (const key of keys) expect(() => parseRoute(api, key)).toThrow('expected one of');
  });
});
