import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readInput } from './input';

describe('a plan', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'plan-review-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = (text: string | Buffer) => {
    const file = join(folder, 'shop.plan.json');
    writeFileSync(file, text);
    const input = readInput(file);
    return input.kind === 'plan' ? input.plan : undefined;
  };
  const CHANGES = { resource_drift: [], resource_changes: [{ address: 'aws_x.é', note: 'a,"planned_values":{' }] };
  const LONG = { root_module: { note: 'brackets } in a text, a quote \\", and long enough for a mark' } };

  it('is read without the values that it plans', () => {
    const plan = { format_version: '1.2', planned_values: LONG, ...CHANGES, relevant_attributes: [1], complete: true };
    expect(read(JSON.stringify(plan))).toEqual({ ...plan, planned_values: null, relevant_attributes: null });
  });

  it('keeps what a tool that sorts names puts between them and the changes', () => {
    const plan = { format_version: '1.2', planned_values: LONG, prior_state: { values: {} }, ...CHANGES };
    expect(read(JSON.stringify(plan))).toEqual({ ...plan, planned_values: null });
  });

  it('keeps values of that name that are not its own', () => {
    const variables = { plan: { value: { is: 'a plan', planned_values: LONG, resource_drift: [] } } };
    const plan = { format_version: '1.2', variables, planned_values: LONG, ...CHANGES };
    expect(read(JSON.stringify(plan))).toEqual({ ...plan, planned_values: null });
  });

  it('is read by any layout and order', () => {
    const plan = { planned_values: LONG, format_version: '1.2', ...CHANGES };
    const expected = { ...plan, planned_values: null };
    expect(read(JSON.stringify(plan))).toEqual(expected);
    expect(read(JSON.stringify(plan, null, 2))).toEqual(expected);
    expect(read(Buffer.from(JSON.stringify(plan), 'utf16le'))).toEqual(expected);
    expect(read(`\ufeff${JSON.stringify(plan)}`)).toEqual(expected);
  });

  describe('that says something twice', () => {
    const entry = (address: string, change: object, more = {}) => ({ address, mode: 'managed', ...more, change });
    const kept = entry('aws_x.kept', { actions: ['no-op'], before: { é: 1 }, after: { é: 1 } });
    const moved = entry('aws_x.new', { actions: ['no-op'] }, { previous_address: 'aws_x.old' });
    const failed = entry('aws_x.failed', { actions: ['delete'], before: {} }, { deposed: '1a2b' });
    const noise = entry('aws_x.kept', {
      actions: ['update'],
      before: { a: null },
      after: { a: '' },
      after_unknown: {},
    });
    const drift = entry('aws_x.kept', { actions: ['update'], before: { a: 1 }, after: { a: 2 }, after_unknown: {} });
    const inState = (address: string, more = {}) => ({
      address,
      mode: 'managed',
      values: { a: 1 },
      sensitive_values: { b: [] },
      ...more,
    });
    const planOf = (resources: readonly object[], changes: readonly object[] = [kept, moved, failed]) => ({
      format_version: '1.2',
      planned_values: LONG,
      resource_drift: [noise, drift, noise],
      resource_changes: changes,
      prior_state: { format_version: '1.0', values: { root_module: { resources } } },
      configuration: { root_module: { resources: [{ address: 'aws_x.kept', mode: 'managed' }] } },
    });
    const stateOf = (plan: unknown) =>
      (plan as ReturnType<typeof planOf> | undefined)?.prior_state.values.root_module.resources;

    it('keeps drift that says something, at its place', () => {
      const { resource_drift: found } = read(JSON.stringify(planOf([inState('aws_x.kept')]))) as {
        resource_drift: object[];
      };
      expect(found).toHaveLength(3);
      expect(found[1]).toEqual(drift);
      for (const at of [0, 2]) expect(found[at]).not.toHaveProperty('address');
    });

    it('keeps of the state what no change says, what data sources answered, and what is secret', () => {
      const [alone, left, data, secret] = [
        inState('aws_x.alone'),
        inState('aws_x.failed'),
        inState('aws_x.kept', { mode: 'data' }),
        inState('aws_x.kept', { sensitive_values: { b: [true] } }),
      ];
      const plan = planOf([inState('aws_x.kept'), alone, inState('aws_x.old'), left, data, secret]);
      const expected = [{ address: 'aws_x.kept' }, alone, { address: 'aws_x.old' }, left, data, secret];
      expect(stateOf(read(JSON.stringify(plan)))).toEqual(expected);
      expect(stateOf(read(JSON.stringify(plan, null, 2)))).toEqual(stateOf(plan));
    });

    it('knows instances by their keys, and what is secret by its mask', () => {
      const instance = entry('aws_x.kept["a"]', { actions: ['no-op'], before: {}, after: {} });
      const marked = { sensitive_values: { b: true }, depends_on: ['aws_x.y'] };
      const resources = [inState('aws_x.kept["a"]'), inState('aws_x.kept["b"]'), inState('aws_x.kept["a"]', marked)];
      const expected = [{ address: 'aws_x.kept["a"]' }, ...resources.slice(1)];
      expect(stateOf(read(JSON.stringify(planOf(resources, [instance]))))).toEqual(expected);
    });

    it('has both sides of what stays as one object, and of nothing else', () => {
      const values = { after: { a: 1 }, nested: [{ actions: ['no-op'], before: { b: 1 }, after: { b: 1 } }] };
      const changes = [
        kept,
        entry('aws_x.same', { actions: ['no-op'], before: values, after: values, after_unknown: {} }),
        entry('aws_x.other', { actions: ['no-op'], before: { a: 1 }, after: { a: 12 } }),
        entry('aws_x.made', { actions: ['create'], before: null, after: values }),
        entry('aws_x.none', { actions: ['no-op'], before: null, after: null }),
      ];
      const found = read(JSON.stringify(planOf([inState('aws_x.kept')], changes)))?.resource_changes as typeof changes;
      expect(found).toEqual(changes);
      const isShared = ({ change }: { change: { before?: unknown; after?: unknown } }) =>
        change.before !== null && change.before === change.after;
      expect(found.map(isShared)).toEqual([true, false, false, false, false]);
    });

    it('is not mistaken where values look like entries', () => {
      const values = [{ a: 1 }, { address: '10.0.0.1' }, { address: '10.0.0.2', note: '},{"address":"x"' }];
      const change = entry('aws_x.list', { actions: ['create'], before: null, after: { values } });
      const plan = planOf([inState('aws_x.kept')], [change, kept, change]);
      expect(read(JSON.stringify(plan))?.resource_changes).toEqual([change, kept, change]);
      const { configuration, ...rest } = { ...plan, prior_state: { values: { root_module: {} } } };
      for (const elsewhere of [
        { ...rest, configuration },
        { configuration, ...rest },
        { ...rest, other: configuration },
      ])
        expect(read(JSON.stringify(elsewhere))).toMatchObject({
          ...rest,
          planned_values: null,
          resource_drift: [{}, drift, {}],
        });
    });
  });

  it('that breaks off says after how much, wherever that is', () => {
    const text = JSON.stringify({ format_version: '1.2', planned_values: LONG, ...CHANGES });
    for (const length of [60, text.length - 1])
      expect(() => read(text.slice(0, length))).toThrow(`one that breaks off after ${length} characters`);
  });
});
