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

  it('that breaks off says after how much, wherever that is', () => {
    const text = JSON.stringify({ format_version: '1.2', planned_values: LONG, ...CHANGES });
    for (const length of [60, text.length - 1])
      expect(() => read(text.slice(0, length))).toThrow(`one that breaks off after ${length} characters`);
  });
});
