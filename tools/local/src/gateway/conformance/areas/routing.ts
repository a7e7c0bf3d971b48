import { aRoute } from '../../testing/surface';
import { type Area } from '../area';
import { theFunction } from '../functions';
import { pages } from '../pages';
import { message, rowsOf } from '../row';
import { conformanceApi } from '../served';

const routes = [
  'GET /',
  'GET /reports',
  'GET /reports/{id}',
  'GET /reports/latest',
  'ANY /files/{proxy+}',
  'GET /files/{proxy+}',
  'POST /sibling',
  'OPTIONS /sibling/{proxy+}',
  'ANY /{proxy+}',
  'GET /a/{proxy+}',
  'GET /{x}/b/c',
  'GET /verbs/only-get',
].map((title) => aRoute(title, { integration: theFunction }));

const api = conformanceApi('routing', { routes: routes.filter(({ path }) => path !== '/{proxy+}') });
const greedy = conformanceApi('greedy', { routes });
const { answers, row } = rowsOf(api);
const withGreedy = rowsOf(greedy);

const missing = {
  status: 403,
  body: message('Missing Authentication Token'),
  headers: { 'x-amzn-errortype': 'MissingAuthenticationTokenException' },
};

const goesTo = (rows: typeof withGreedy, name: string, source: string, title: string, resource: string) =>
  rows.row(name, source, async ({ call }) => {
    const answer = await call(title);
    expect([answer.status, answer.json().resource]).toEqual([200, resource]);
  });

const signature = (name: string, authorization: string, text: string) =>
  row(name, pages.incompleteSignature, async ({ call }) => {
    const answer = await call('GET /nowhere', { headers: [['Authorization', authorization]] });
    expect(answer.status).toBe(403);
    expect(answer.header('x-amzn-errortype')).toBe('IncompleteSignatureException');
    expect(answer.json().message).toContain(text);
  });

/** Which method answers, and what is said where none does. */
export const routing: Area = {
  apis: [api, greedy],
  rows: [
    answers(
      'A path without a resource is answered 403, never 404',
      pages.gatewayResponseTypes,
      'GET /nowhere',
      missing,
    ),
    answers(
      'A resource without the method is answered 403, never 405',
      pages.recordedRouting,
      'POST /reports',
      missing,
    ),
    answers('TRACE is no method of an API: 403', pages.gatewayResponseTypes, 'TRACE /reports', missing),
    row('A stage that does not exist is answered 403 Forbidden', pages.recordedRouting, async ({ send }) => {
      for (const title of ['GET /', 'GET /prod/reports', 'GET /prod']) {
        const answer = await send(title);
        expect([answer.status, answer.body]).toEqual([403, message('Forbidden')]);
        expect(answer.header('x-amzn-errortype')).toBe('ForbiddenException');
        expect(answer.header('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
      }
    }),
    signature(
      'Without a method, a bearer token is read as an AWS signature: its hash is in the complaint',
      'Bearer abc',
      "(hashed with SHA-256 and encoded with Base64): 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='.",
    ),
    signature(
      'Without a method, an Authorization header with pairs lacks the parts of a signature',
      'Basic YTpi=',
      "Authorization header requires 'Credential' parameter.",
    ),
    signature(
      'Without a method, an Authorization header of one word lacks the parts of a signature',
      'token-alone',
      "Authorization header requires 'Signature' parameter.",
    ),
    answers(
      'Without a method, a whole AWS signature is answered as none is',
      pages.tokenErrors,
      'GET /nowhere',
      missing,
      { headers: [['Authorization', 'AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host, Signature=b']] },
    ),
    row('The root of a stage is reached with and without a slash', pages.recordedRouting, async ({ send }) => {
      for (const title of ['GET /local', 'GET /local/']) expect((await send(title)).json().resource).toBe('/');
    }),
    goesTo(
      withGreedy,
      'A static path goes before a variable',
      pages.recordedRouting,
      'GET /reports/latest',
      '/reports/latest',
    ),
    goesTo(withGreedy, 'A variable goes before a greedy one', pages.recordedRouting, 'GET /reports/7', '/reports/{id}'),
    goesTo(
      withGreedy,
      'A method missing there, the request falls back to a greedy resource above',
      pages.recordedRouting,
      'DELETE /reports/7',
      '/{proxy+}',
    ),
    goesTo(
      withGreedy,
      'OPTIONS of a resource with POST alone goes to the greedy sibling that has it',
      pages.recordedRouting,
      'OPTIONS /sibling',
      '/{proxy+}',
    ),
    goesTo(
      withGreedy,
      'A path is decided level by level: a static first part wins over a full match',
      pages.recordedRouting,
      'GET /a/b/c',
      '/a/{proxy+}',
    ),
    row('A method of its own goes before ANY', pages.recordedRouting, async ({ call }) => {
      for (const method of ['GET', 'PUT']) {
        const { resource, httpMethod } = (await call(`${method} /files/x`)).json();
        expect([resource, httpMethod]).toEqual(['/files/{proxy+}', method]);
      }
    }),
    row('ANY is DELETE, GET, HEAD, OPTIONS, PATCH, POST and PUT', pages.context, async ({ call }) => {
      for (const method of ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']) {
        expect([method, (await call(`${method} /files/x`)).status]).toEqual([method, 200]);
      }
      for (const method of ['TRACE', 'PURGE', 'PROPFIND']) expect((await call(`${method} /files/x`)).status).toBe(403);
    }),
    row('GET does not answer HEAD', pages.recordedRouting, async ({ call }) => {
      expect((await call('HEAD /verbs/only-get')).status).toBe(403);
    }),
    row(
      'A slash at the end does not change the match, and stays in the path',
      pages.recordedAnswer,
      async ({ call }) => {
        const { resource, path } = (await call('GET /reports/')).json();
        expect([resource, path]).toEqual(['/reports', '/reports/']);
      },
    ),
    row('Paths are matched with their case', pages.importantNotes, async ({ call }) => {
      expect((await call('GET /Reports')).status).toBe(403);
    }),
    row(
      'A greedy variable takes several segments, without the slash at the end',
      pages.recordedAnswer,
      async ({ call }) => {
        expect((await call('GET /files/a/b/c/')).json().pathParameters).toEqual({ proxy: 'a/b/c' });
      },
    ),
    row('A greedy variable takes no empty path', pages.recordedRouting, async ({ call }) => {
      expect((await call('GET /files')).status).toBe(403);
      expect((await call('GET /files/')).status).toBe(403);
    }),
    row(
      'Slashes at the start become one in the path and stay in requestContext',
      pages.recordedAnswer,
      async ({ send }) => {
        const { path, requestContext } = (await send('GET /local//reports')).json();
        expect([path, requestContext.path]).toEqual(['/reports', '/local//reports']);
      },
    ),
    row('Slashes within stay', pages.recordedAnswer, async ({ call }) => {
      const { path, pathParameters } = (await call('GET /files/a//b')).json();
      expect([path, pathParameters.proxy]).toEqual(['/files/a//b', 'a//b']);
    }),
    row('Path parameters are not decoded', pages.recordedAnswer, async ({ call }) => {
      expect((await call('GET /reports/test%2Balias@x')).json().pathParameters).toEqual({ id: 'test%2Balias@x' });
    }),
    row('Dots in a path are kept', pages.recordedAnswer, async ({ call }) => {
      expect((await call('GET /files/a/../b/./c')).json().path).toBe('/files/a/../b/./c');
    }),
  ],
};
