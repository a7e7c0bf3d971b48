import { type Api, type Principal, type Route } from '../contract';
import { filterRoutes } from './filter';
import { type Box, layout } from './layout';
import { fitted, wrapped } from './text';

const principal = (id: string, name = id): Principal => ({ id, kind: 'role', name, scopes: [] });
const route = (path: string, principals: readonly string[], who = principals.join(' or ')): Route => ({
  ...{ key: `api GET ${path}`, method: 'GET', path, who, principals, guard: 'iam', scopes: [], apiKeyRequired: false },
});

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const overlaps = (boxes: readonly Box[]): number =>
  boxes.flatMap((one, index) => boxes.slice(index + 1).filter((other) => overlap(one, other))).length;

const many = (count: number): Route[] =>
  Array.from({ length: count }, (_, index) =>
    route(`/things/${index}/{id}`, [`p${index % 7}`, `p${(index * 3) % 11}`]),
  );
const principals = Array.from({ length: 12 }, (_, index) =>
  principal(`p${index}`, `Someone with a long name ${index}`),
);

describe.each([288, 640, 1180])('the picture, %s px wide', (width) => {
  it.each([1, 6, 40, 200])('shows each of %s routes once, nothing over anything else, nothing outside', (count) => {
    const picture = layout(principals, many(count), width);
    const shown = picture.groups.flatMap(({ routes }) => routes);
    const paths = many(count).map(({ path }) => path);

    expect(shown.map(({ route: { path } }) => path).sort()).toEqual(paths.sort());
    expect(overlaps([...picture.principals, ...picture.groups])).toBe(0);
    expect(overlaps(shown)).toBe(0);
    for (const { height, width: wide, x, y } of [...picture.principals, ...picture.groups, ...shown]) {
      expect([x >= 0, y >= 0, x + wide <= width, y + height <= picture.height]).toEqual([true, true, true, true]);
    }
  });
});

describe('edges', () => {
  it('are there where a principal may call, and nowhere else', () => {
    const routes = [route('/a', ['p0']), route('/b', ['p1', 'p0']), route('/c', [])];
    const { edges, groups, principals: placed } = layout(principals.slice(0, 3), routes, 800);
    const lines = edges.map(
      (edge) => `${edge.principal} ${groups[edge.group]?.routes.map((each) => each.path).join()}`,
    );

    expect(lines.sort()).toEqual(['p0 /a', 'p0 /b', 'p1 /b']);
    expect(placed.map(({ calls }) => calls)).toEqual([2, 1, 0]);
    expect(groups.at(-1)?.title.join(' ')).toContain('(no one here)');
  });

  it('go once to routes with the same callers', () => {
    expect(layout(principals, [route('/a', ['p0']), route('/b', ['p0'])], 800).edges).toHaveLength(1);
  });
});

it('wraps words, and breaks what is too long for a line', () => {
  expect(wrapped('access token with reports/read', 100)).toEqual(['access token', 'with', 'reports/read']);
  expect(wrapped('a'.repeat(20), 76, 'bold')).toEqual(['a'.repeat(10), 'a'.repeat(10)]);
});

it('shortens a path in its middle', () => {
  expect(fitted('/reports/{id}', 200)).toBe('/reports/{id}');
  expect(fitted('/customers/{customer}/orders/{order}', 120)).toBe('/custom…{order}');
});

it('filters by every word, in routes and in who may call them', () => {
  const api: Api = {
    ...{ id: 'a', name: 'api', stages: [] },
    routes: [route('/reports', ['p0'], 'access token with reports/read'), route('/prices', ['p1'])],
  };
  const paths = (filter: string) => filterRoutes(api, [principal('p1', 'Guest')], filter).map(({ path }) => path);

  expect(paths('')).toEqual(['/reports', '/prices']);
  expect(paths('GET token')).toEqual(['/reports']);
  expect(paths('guest')).toEqual(['/prices']);
  expect(paths('guest reports')).toEqual([]);
});
