import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { realPlan } from '../../testing/plans';
import { isEmptyValue, meansNothingAt } from '../../testing/means-nothing-at';
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

const plans = new Map(FIXTURES.map((path) => [path, JSON.stringify(realPlan(path))]));
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

it('docs/plan-review.md lists what means nothing', () => {
  const page = readFileSync(join(__dirname, '../../../../docs/plan-review.md'), 'utf8').replaceAll(/ +/g, ' ');
  for (const { place, when, why } of MEANS_NOTHING) {
    expect(page).toContain(`| \`${place}\` | ${when === undefined ? '' : `${when} `}| ${why} |`);
  }
  for (const { place, why } of NOTHING_IN_TEXT) expect(page).toContain(`- ${place}: ${why}`);
});

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
