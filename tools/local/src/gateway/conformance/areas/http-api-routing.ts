import { anHttpRoute, anHttpStage } from '../../testing/http-surface';
import { type Area } from '../area';
import { conformanceHttpApi, echo } from '../http-functions';
import { httpPages } from '../http-pages';
import { message, rowsOf } from '../row';

const keys = [
  'GET /pets/dog/1',
  'GET /pets/dog/{id}',
  'GET /pets/{proxy+}',
  'GET /pets/dog/{proxy+}',
  'ANY /{proxy+}',
  'ANY /items/{id}',
  'GET /items/{id}',
  'GET /exact',
  'ANY /pairs/one',
  'GET /pairs/{x}',
  '$default',
];
const api = conformanceHttpApi('http-routing', { routes: keys.map((key) => echo(key)) });
const closed = conformanceHttpApi('http-no-default', {
  routes: [echo('GET /exact'), echo('POST /things/{id}'), anHttpRoute('GET /nothing', { integration: undefined })],
});
const unstaged = conformanceHttpApi('http-unstaged', {
  routes: [echo('GET /exact')],
  stages: [anHttpStage({ name: 'dev' })],
});
const { row } = rowsOf(api);

const chosen = (name: string, title: string, routeKey: string, source = httpPages.routes) =>
  row(name, source, async ({ call }) => {
    expect((await call(title)).json().routeKey).toBe(routeKey);
  });

const nowhere = (name: string, title: string, source = httpPages.routes) =>
  rowsOf(closed).row(name, source, async ({ call, refusals }) => {
    const answer = await call(title);
    expect([answer.status, answer.body]).toEqual([404, message('Not Found')]);
    expect(answer.header('content-type')).toBe('application/json');
    expect(refusals).toEqual([expect.stringContaining('no route of aws_apigatewayv2_api.http-no-default matches')]);
  });

const paths = [
  row('Path parameters reach the function decoded', httpPages.parameters, async ({ call }) => {
    const event = (await call('GET /items/a%20b%2Fc')).json();
    expect([event.pathParameters, event.rawPath]).toEqual([{ id: 'a b/c' }, '/items/a%20b%2Fc']);
  }),
  row('A greedy parameter takes all segments that are left', httpPages.routes, async ({ call }) => {
    expect((await call('GET /pets/cat/1/2')).json().pathParameters).toEqual({ proxy: 'cat/1/2' });
  }),
  row('A trailing slash stays in rawPath', 'https://github.com/floci-io/floci/issues/2136', async ({ call }) => {
    expect((await call('GET /pets/dog/1/')).json().rawPath).toBe('/pets/dog/1/');
  }),
];

/** Which route answers. */
export const httpApiRouting: Area = {
  httpApis: [api, closed, unstaged],
  rows: [
    chosen('A literal comes before a variable', 'GET /pets/dog/1', 'GET /pets/dog/1'),
    chosen('A variable comes before a greedy one', 'GET /pets/dog/2', 'GET /pets/dog/{id}'),
    chosen(
      'A greedy variable with a longer literal before it comes first',
      'GET /pets/dog/2/3',
      'GET /pets/dog/{proxy+}',
      httpPages.endpoint,
    ),
    chosen('A greedy variable comes before $default', 'POST /test/5', 'ANY /{proxy+}'),
    chosen('The verb comes before ANY', 'GET /items/1', 'GET /items/{id}', httpPages.endpoint),
    chosen('ANY answers the other verbs', 'DELETE /items/1', 'ANY /items/{id}'),
    chosen(
      'The verb on a variable comes before ANY on a literal',
      'GET /pairs/one',
      'GET /pairs/{x}',
      httpPages.endpoint,
    ),
    chosen('$default answers what nothing else does', 'GET /', '$default'),
    ...paths,
    nowhere('A path that no route has is 404', 'GET /nowhere'),
    nowhere('A path without the verb is 404, not 405', 'POST /exact', httpPages.endpoint),
    nowhere('A greedy or plain variable takes at least one character', 'POST /things/'),
    rowsOf(unstaged).row(
      'Without a stage for the path it is 404, and nothing is logged',
      httpPages.deployment,
      async ({ call, refusals }) => {
        const answer = await call('GET /exact');
        expect([answer.status, answer.body]).toEqual([404, message('Not Found')]);
        expect(refusals).toEqual([expect.stringContaining('no stage is served at that path')]);
      },
    ),
    rowsOf(closed).row('Each answer has the header apigw-requestid', httpPages.jwtTroubleshooting, async ({ call }) => {
      expect((await call('GET /nowhere')).header('apigw-requestid')).toMatch(/^.{15}=$/);
      const answer = await call('GET /exact');
      expect(answer.header('apigw-requestid')).toBe(answer.json().requestContext.requestId);
      expect(answer.header('x-amzn-errortype')).toBeUndefined();
    }),
    rowsOf(closed).differs(
      'A route without an integration is 501 and named',
      httpPages.routes,
      'AWS does not say what it answers; the client sees that no backend is there',
      async ({ call, problems }) => {
        const answer = await call('GET /nothing');
        expect([answer.status, answer.body]).toEqual([
          501,
          message('Not served by the local gateway: route GET /nothing, which has no integration'),
        ]);
        expect(problems).toHaveLength(1);
      },
    ),
  ],
};
