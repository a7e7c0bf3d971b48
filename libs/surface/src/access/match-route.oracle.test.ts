import fc from 'fast-check';
import { routeMatcher } from './match-route';

/*
 * The matcher against every rule of AWS's pages, tried one by one on all routes that match at all.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */

interface Entry {
  readonly method: string;
  readonly path: string;
}

type Rule = (route: Entry, method: string) => number;

/** "A method request against a specific resource takes precedence over … a generic resource at the same level." */
const LEVELS: readonly Rule[] = [0, 1, 2, 3, 4].map((level) => ({ path }: Entry) => {
  const segment = path.split('/')[level + 1];
  if (segment === undefined) return 0;
  return segment.endsWith('+}') ? 2 : segment.startsWith('{') ? 1 : 0;
});

/** "1. Full match for a route and method. 2. … with a greedy path variable. 3. The $default route." */
const tier: Rule = ({ path }) => (path === '$default' ? 2 : path.endsWith('+}') ? 1 : 0);

/** "ANY … all methods that you haven't defined for a resource." */
const verb: Rule = (route, method) => (route.method === method ? 0 : 1);

const ORDER = { REST: [...LEVELS, verb], HTTP: [tier, verb, ...LEVELS] };

function choose(routes: readonly Entry[], precedence: 'REST' | 'HTTP', { method, path }: Entry) {
  const matching = routes.filter(
    (route) =>
      (route.method === method || route.method === 'ANY') && patternOf(route.path).test(path.replace(/\/+$/, '')),
  );
  return ORDER[precedence].reduce((left, rule) => {
    const best = Math.min(...left.map((route) => rule(route, method)));
    return left.filter((route) => rule(route, method) === best);
  }, matching);
}

function patternOf(path: string): RegExp {
  if (path === '$default') return /^/;
  const parts = path.replace(/\{[^}]*\+\}/, '.+').replaceAll(/\{[^}]*\}/g, '[^/]+');
  return new RegExp(`^${parts === '/' ? '' : parts}$`);
}

const parts = fc.tuple(
  fc.array(fc.constantFrom('a', 'b', '{x}'), { maxLength: 4 }),
  fc.constantFrom('', '', 'a', '{p+}'),
);
const template = parts.map(([segments, last]) => `/${[...segments, last].filter(Boolean).join('/')}`);
const entry = (path: fc.Arbitrary<string>) =>
  fc
    .record({ method: fc.constantFrom('ANY', 'GET', 'POST'), path })
    .map((route) => (route.path === '$default' ? { ...route, method: 'ANY' } : route));
const table = (path: fc.Arbitrary<string>) =>
  fc.uniqueArray(entry(path), { maxLength: 12, selector: ({ method, path }) => `${method} ${path}` });
const call = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT'),
  path: fc.array(fc.constantFrom('a', 'b', 'c', 'c', ''), { maxLength: 5 }).map((each) => `/${each.join('/')}`),
});

const answers = (precedence: 'REST' | 'HTTP', path: fc.Arbitrary<string>) =>
  fc.property(table(path), call, (routes, request) => {
    const found = routeMatcher(routes, precedence)(request.method, request.path)?.route;
    expect(found === undefined ? [] : [found]).toEqual(choose(routes, precedence, request));
  });

describe('the route that answers', () => {
  it('is the one that the rules of REST APIs choose', () => {
    fc.assert(answers('REST', template), { numRuns: 5000 });
  });

  it('is the one that the rules of HTTP APIs choose', () => {
    const path = fc.oneof({ weight: 8, arbitrary: template }, { weight: 1, arbitrary: fc.constant('$default') });
    fc.assert(answers('HTTP', path), { numRuns: 5000 });
  });

  it('differs between the two where a greedy path is more specific at the first level only', () => {
    const routes = [
      { method: 'ANY', path: '/a/{proxy+}' },
      { method: 'ANY', path: '/{x}/b/c' },
    ];
    const found = (precedence: 'REST' | 'HTTP') => routeMatcher(routes, precedence)('GET', '/a/b/c')?.route.path;
    expect([found('REST'), found('HTTP')]).toEqual(['/a/{proxy+}', '/{x}/b/c']);
  });

  it.each([
    ['GET /pets/dog/1', 'GET /pets/dog/1'],
    ['GET /pets/dog/2', 'GET /pets/dog/{id}'],
    ['GET /pets/cat/1', 'GET /pets/{proxy+}'],
    ['POST /test/5', 'ANY /{proxy+}'],
    ['GET /', 'ANY $default'],
  ])('of %s is %s in the example of AWS', (request, expected) => {
    const toEntry = (key: string): Entry => ({
      method: key.split(' ')[0] ?? '',
      path: key.split(' ')[1] ?? '',
    });
    const routes = ['GET /pets/dog/1', 'GET /pets/dog/{id}', 'GET /pets/{proxy+}', 'ANY /{proxy+}', 'ANY $default'];
    const { method, path } = toEntry(request);
    expect(routeMatcher(routes.map(toEntry), 'HTTP')(method, path)?.route).toEqual(toEntry(expected));
  });
});
