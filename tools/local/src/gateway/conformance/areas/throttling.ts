import { aRoute, aStage } from '../../testing/surface';
import { type Area } from '../area';
import { theFunction } from '../functions';
import { pages } from '../pages';
import { message, rowsOf } from '../row';
import { conformanceApi } from '../served';

const settings = (methodPath: string, throttleBurst: number) => ({
  ...{
    address: `aws_api_gateway_method_settings.${methodPath}`,
    methodPath,
    throttleRate: 1 / (365 * 86_400),
    throttleBurst,
  },
  ...{ metrics: false, loggingLevel: 'OFF' as const, dataTrace: false, caching: false, cacheEncrypted: false },
});

const routes = ['GET /a/b', 'GET /a', 'GET /each', 'POST /each', 'GET /'].map((title) =>
  aRoute(title, { integration: theFunction }),
);
const limited = conformanceApi('limited-methods', {
  routes,
  stages: [aStage({ methodSettings: [settings('a/b/GET', 1), settings('a/GET', 0), settings('/GET', 1)] })],
});
const all = conformanceApi('limited-stage', {
  routes,
  stages: [aStage({ methodSettings: [settings('*/*', 2), settings('a/b/GET', 1)] })],
});
const open = conformanceApi('unlimited', { routes });

const times = async (call: (title: string) => Promise<{ status: number }>, title: string, count: number) => {
  const statuses = [];
  for (let index = 0; index < count; index += 1) statuses.push((await call(title)).status);
  return statuses;
};
const one = rowsOf(limited);
const each = rowsOf(all);

/** Throttles of a stage and its methods. */
export const throttling: Area = {
  apis: [limited, all, open],
  rows: [
    one.row(
      'Beyond the burst of a method it is 429, and the reason is printed',
      pages.throttling,
      async ({ call, refusals }) => {
        expect(await times(call, 'GET /a/b', 2)).toEqual([200, 429]);
        const answer = await call('GET /a/b');
        expect([answer.body, answer.header('x-amzn-errortype')]).toEqual([
          message('Too Many Requests'),
          'TooManyRequestsException',
        ]);
        expect(refusals[0]).toBe('GET /local/a/b: the throttle of a/b/GET is exceeded');
      },
    ),
    one.row('A burst of 0 closes a method', pages.throttling, async ({ call }) => {
      expect(await times(call, 'GET /a', 1)).toEqual([429]);
    }),
    one.row('The settings of the root are /GET', pages.throttling, async ({ call }) => {
      expect(await times(call, 'GET /', 2)).toEqual([200, 429]);
    }),
    one.row('A method without settings is not limited', pages.throttling, async ({ call }) => {
      expect(await times(call, 'GET /each', 3)).toEqual([200, 200, 200]);
    }),
    each.row('The settings */* limit each method by itself', pages.throttling, async ({ call }) => {
      expect(await times(call, 'GET /each', 3)).toEqual([200, 200, 429]);
      expect(await times(call, 'POST /each', 3)).toEqual([200, 200, 429]);
    }),
    each.row('The settings of a method go before */*', pages.throttling, async ({ call }) => {
      expect(await times(call, 'GET /a/b', 2)).toEqual([200, 429]);
    }),
    rowsOf(open).differs(
      'The limits of the account do not apply',
      pages.throttling,
      'a laptop serves one developer; 10,000 requests a second are not reached',
      async ({ call }) => {
        expect(new Set(await times(call, 'GET /each', 50))).toEqual(new Set([200]));
      },
    ),
  ],
};
