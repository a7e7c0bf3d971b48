import { z } from 'zod';
import { sound } from '../testing/sound';
import { workspaceWith } from '../testing/workspace';
import { EnvironmentError } from './environment-error';
import { loadEnvironment } from './load';

const settings = z.strictObject({
  orders: z.strictObject({
    days: z.int().min(1).meta({ description: 'How long an order is kept, in days.' }),
    tier: z.enum(['standard', 'archive']).default('standard'),
    inbox: z.email().optional(),
  }),
});

const base = { ...sound, settings: undefined };
const load = (own: unknown, inherited: unknown = {}) =>
  loadEnvironment('qa', {
    directory: workspaceWith({
      'base.json': { ...base, settings: inherited },
      'qa.json': { extends: './base.json', ...(own !== undefined && { settings: own }) },
    }),
    settings,
  });

function problemsOf(build: () => unknown) {
  try {
    build();
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
  throw new Error('nothing is refused');
}

describe("a team's settings", () => {
  it('are typed, merged over what is inherited, and have defaults', () => {
    const { orders } = load({ orders: { days: 7 } }, { orders: { days: 1, inbox: 'a@example.com' } }).settings;

    expect(orders).toEqual({ days: 7, tier: 'standard', inbox: 'a@example.com' });
    expect(orders.days.toFixed()).toBe('7');
    // @ts-expect-error the schema has no such setting
    expect(orders.weeks).toBeUndefined();
  });

  it('are any JSON for those who do not read them', () => {
    const directory = workspaceWith({ 'qa.json': { ...base, settings: { some: ['thing'] } } });

    expect(loadEnvironment('qa', { directory }).settings).toEqual({ some: ['thing'] });
  });

  it('are an object without the field in a file', () => {
    const directory = workspaceWith({ 'qa.json': base });

    expect(loadEnvironment('qa', { directory }).settings).toEqual({});
  });
});

describe('the words for what zod alone checks', () => {
  it.each<[z.ZodType, unknown, string]>([
    [z.string().min(2), 'a', 'at least 2 characters'],
    [z.array(z.string()).max(1), ['a', 'b'], 'at most 1 items'],
    [z.number().gt(0), 0, 'a number above 0'],
    [z.number().lt(9), 9, 'a number below 9'],
    [z.number().multipleOf(5), 3, 'a multiple of 5'],
    [z.string().regex(/^a$/), 'b', 'a text that matches /^a$/'],
    [z.httpUrl(), 'b', 'a text of the form "url"'],
    [z.union([z.number(), z.boolean()]), 'b', 'a number, or true or false'],
    [z.union([z.number().min(2), z.literal('off')]), true, 'a number, or one of "off"'],
    [z.union([z.strictObject({ a: z.string() }), z.strictObject({ b: z.string() })]), 7, 'an object'],
    [
      z.union([z.object({ a: z.string() }), z.object({ b: z.int() })]),
      {},
      'an object with a: a string, or an object with b: a number',
    ],
    [z.string().refine((text) => text === 'a'), 'b', 'a value that its schema accepts'],
  ])('are right: %#', (schema, value, expected) => {
    const directory = workspaceWith({ 'qa.json': { ...base, settings: { it: value } } });

    expect(problemsOf(() => loadEnvironment('qa', { directory, settings: z.strictObject({ it: schema }) }))).toEqual([
      expect.objectContaining({ path: 'settings.it', expected }),
    ]);
  });
});

describe('one of several shapes', () => {
  const shapes = z.strictObject({
    store: z.union([z.literal('none'), z.strictObject({ table: z.string().min(3) })]).optional(),
    queue: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('fifo'), group: z.string() })]).optional(),
  });
  const refused = (own: object) =>
    problemsOf(() =>
      loadEnvironment('qa', {
        directory: workspaceWith({ 'qa.json': { ...base, settings: own } }),
        settings: shapes,
      }),
    ).map(({ path, expected, fix }) => [path, expected, fix]);

  it('is explained by the shape that the value has, inside it', () => {
    expect(refused({ store: { table: 'a' } })).toEqual([
      ['settings.store.table', 'at least 3 characters', 'Correct the value.'],
    ]);
    expect(refused({ store: { tabel: 'abc', table: 'abc' } })).toEqual([
      ['settings.store.tabel', expect.stringContaining('one of the keys'), 'Did you mean "table"?'],
    ]);
  });

  it('is named by each of them where the value has none', () => {
    expect(refused({ store: 7 })).toEqual([['settings.store', 'one of "none", or an object', 'Correct the value.']]);
  });

  it('is explained by the field that distinguishes them', () => {
    expect(refused({ queue: { kind: 'fifoo' } })).toEqual([
      ['settings.queue.kind', 'one of "fifo"', 'Did you mean "fifo"?'],
    ]);
  });
});

describe('what is refused', () => {
  it('is reported with file, line and what was perhaps meant', () => {
    const problems = problemsOf(() =>
      load({ orders: { dayz: 7, tier: 'archiv', inbox: 'a' } }, { orders: { days: 0 } }),
    );

    expect(problems.map(({ file, line, path, expected, fix }) => [`${file}:${line}`, path, expected, fix])).toEqual([
      ['environments/qa.json:5', 'settings.orders.dayz', 'one of the keys days, tier, inbox', 'Did you mean "days"?'],
      ['environments/qa.json:6', 'settings.orders.tier', 'one of "standard", "archive"', 'Did you mean "archive"?'],
      ['environments/qa.json:7', 'settings.orders.inbox', expect.stringContaining('a text that'), 'Correct the value.'],
      [
        expect.stringMatching(/^environments.base.json:[0-9]+$/),
        'settings.orders.days',
        'a number of at least 1',
        'Correct the value.',
      ],
    ]);
  });

  it('is a setting that is missing, where it could be written', () => {
    expect(problemsOf(() => load(undefined))).toEqual([
      expect.objectContaining({
        file: 'environments/base.json',
        path: 'settings.orders',
        expected: 'an object',
        fix: 'Add it here or in a file that this one extends.',
      }),
    ]);
  });

  it('is "settings" that is no object', () => {
    expect(problemsOf(() => load(7))).toEqual([
      expect.objectContaining({ file: 'environments/qa.json', path: 'settings', expected: 'an object', found: '7' }),
    ]);
  });

  it('is any setting, where a team has none', () => {
    const directory = workspaceWith({ 'qa.json': { ...base, settings: { orders: {} } } });

    expect(problemsOf(() => loadEnvironment('qa', { directory, settings: z.strictObject({}) }))).toEqual([
      expect.objectContaining({ path: 'settings.orders', expected: 'an object without keys' }),
    ]);
  });
});
