import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { realPlan } from '../../testing/plans';
import { entriesAt, isEmptyValue, meansNothingAt } from '../../testing/means-nothing-at';
import { MEANS_NOTHING, NOTHING_IN_TEXT } from './means-nothing';
import { planDigest } from './plan-digest';

const FIXTURES = [
  'reports-api/changed.plan.json',
  'reports-identity/changed.plan.json',
  'modules/changed.plan.json',
  'http-api/created.plan.json',
  'protection/created.plan.json',
] as const;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- plans are changed in every way here
type Plan = any;
type Path = readonly (string | number)[];

const KEY = Buffer.from('the key of this test, which is long enough');
const digest = (plan: Plan): string => planDigest(plan, { secretsKey: KEY }).digest;

const plans = new Map(FIXTURES.map((path) => [path, JSON.stringify(withRarePlaces(realPlan(path)))]));
const parsed = new Map([...plans].map(([path, text]) => [path, JSON.parse(text) as Plan]));
const leaves = new Map([...parsed].map(([path, plan]) => [path, leavesOf(plan)]));
const digests = new Map([...parsed].map(([path, plan]) => [path, digest(plan)]));

/** As someone would write something else there. */
const other = (value: unknown, by: number): unknown => {
  if (typeof value === 'string') return [`${value}x`, 'x', `x${value}`][by % 3];
  if (typeof value === 'number') return value + 1 + by;
  if (typeof value === 'boolean') return !value;
  return ['x', 7, true, { x: 'x' }][by % 4];
};

describe('a random edit of a real plan', () => {
  it('has another digest, or is in a place that means nothing', () => {
    const place = fc
      .constantFrom(...FIXTURES)
      .chain((path) =>
        fc.record({ path: fc.constant(path), leaf: fc.constantFrom(...(leaves.get(path) ?? [])), by: fc.nat(11) }),
      );
    fc.assert(
      fc.property(place, ({ path, leaf, by }) => {
        const plan = parsed.get(path);
        const value = valueAt(plan, leaf);
        const becomes = other(value, by);
        const nothing = meansNothingAt(plan, leaf, becomes);
        if (nothing === 'either') return;
        setAt(plan, leaf, becomes);
        const is = digest(plan);
        setAt(plan, leaf, value);
        expect([leaf.join('.'), is === digests.get(path)]).toEqual([leaf.join('.'), nothing]);
      }),
      { numRuns: 400 },
    );
  });

  it('has another digest when something is left out', () => {
    const place = fc
      .constantFrom(...FIXTURES)
      .chain((path) => fc.record({ path: fc.constant(path), leaf: fc.constantFrom(...(leaves.get(path) ?? [])) }));
    fc.assert(
      fc.property(place, ({ path, leaf }) => {
        const plan = JSON.parse(plans.get(path) ?? '') as Plan;
        const value = valueAt(plan, leaf);
        const nothing = meansNothingAt(plan, leaf, undefined);
        if (nothing !== false || isEmptyValue(value) || value === false) return;
        const parent = valueAt(plan, leaf.slice(0, -1)) as Plan;
        if (Array.isArray(parent)) parent.splice(Number(leaf.at(-1)), 1);
        else delete parent[String(leaf.at(-1))];
        expect([leaf.join('.'), digest(plan)]).not.toEqual([leaf.join('.'), digests.get(path)]);
      }),
      { numRuns: 150 },
    );
  });
});

it('the plans that are edited have the places of the list', () => {
  const found = new Set([...leaves.values()].flat().flatMap((leaf) => entriesAt(leaf)));
  expect(MEANS_NOTHING.filter((entry) => !found.has(entry)).map(({ place }) => place)).toEqual([]);
});

it('docs/plan-review.md has the list that decides, and no other', () => {
  const page = readFileSync(join(__dirname, '../../../../docs/plan-review.md'), 'utf8').replaceAll(/ +/g, ' ');
  const [, section = ''] = /### What means nothing\n([^]*?)\n## /.exec(page) ?? [];
  const [, , ...rows] = section.split('\n').filter((line) => line.startsWith('|'));
  const items = section.split('\n').filter((line) => line.startsWith('- '));

  expect(rows).toEqual(
    MEANS_NOTHING.map(({ place, when, why }) => `| \`${place}\` | ${when === undefined ? '' : `${when} `}| ${why} |`),
  );
  expect(items).toEqual(NOTHING_IN_TEXT.map(({ place, why }) => `- ${place}: ${why}`));
});

/** Places of the list that these plans have not: those of a newer Terraform, and what is left out of kept plans. */
function withRarePlaces(plan: Plan): Plan {
  const address = (name: string) => ({ kind: 'check', name: 'works', to_display: name });
  const failed = { address: address('check.works'), status: 'fail', problems: [{ message: 'It is not so.' }] };
  for (const { change } of plan.resource_changes)
    for (const side of ['before', 'after'])
      if (change[side]) change[`${side}_identity`] = { account_id: '111111111111' };
  const root = plan.configuration.root_module;
  root.variables = { ...root.variables, x: { description: 'What it is.', default: 'y' } };
  return {
    ...plan,
    timestamp: '2026-01-01T00:00:00Z',
    checks: [{ address: address('check.works'), status: 'fail', instances: [failed] }],
  };
}

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) =>
    leavesOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

const valueAt = (root: Plan, path: Path): unknown => path.reduce((at: Plan, step) => at[step], root);

function setAt(root: Plan, path: Path, value: unknown): void {
  (valueAt(root, path.slice(0, -1)) as Plan)[path.at(-1) as string] = value;
}
