import { bindingDifferences, type Change } from './binding-differences';
import { type Argument } from './bindings';

const used = (...written: string[]) => ({
  block: 'resource' as const,
  type: 'aws_thing',
  name: 'aws_thing',
  written: new Set(written),
});

const optional = { required: false, type: 'string' };
const required = { required: true, type: 'string' };

const block = { required: false, type: 'block' };

const differences = (
  before: Record<string, Argument>,
  after: Record<string, Argument>,
  ...written: string[]
) => bindingDifferences(used(...written), new Map(Object.entries(before)), new Map(Object.entries(after)));

const found = (change: Change, argument: string, ours: boolean) => ({
  type: 'aws_thing',
  change,
  argument,
  ours,
});

describe('bindingDifferences', () => {
  it('finds none between the same', () => {
    expect(differences({ name: required }, { name: required }, 'name')).toEqual([]);
  });

  it('names what is removed, and whether we write it', () => {
    expect(
      differences({ name: required, stage: optional, old: optional }, { name: required }, 'stage'),
    ).toEqual([found('removed', 'stage', true), found('removed', 'old', false)]);
  });

  it('names what is new, a block for all that is in it', () => {
    expect(differences({}, { region: optional, rule: block, 'rule.name': required })).toEqual([
      found('new', 'region', false),
      found('new', 'rule', false),
    ]);
  });

  it('takes no name for a block because it begins like one', () => {
    expect(differences({}, { rule: block, rules: optional })).toEqual([
      found('new', 'rule', false),
      found('new', 'rules', false),
    ]);
  });

  it('concerns us when something is required now that we do not write', () => {
    expect(
      differences({ name: optional, kind: optional }, { name: required, kind: required }, 'name'),
    ).toEqual([found('required now', 'name', false), found('required now', 'kind', true)]);
  });

  it('concerns us in a block only when we write the block', () => {
    const before = { rule: block };
    const after = { rule: block, 'rule.name': required };

    expect(differences(before, after)).toEqual([found('required now', 'rule.name', false)]);
    expect(differences(before, after, 'rule')).toEqual([found('required now', 'rule.name', true)]);
  });

  it('names what has another type', () => {
    expect(differences({ on: optional }, { on: { required: false, type: 'boolean' } }, 'on')).toEqual([
      found('type changed', 'on', true),
    ]);
  });

  it('says so when the type is gone', () => {
    expect(bindingDifferences(used('name'), new Map(), undefined)).toEqual([found('type is gone', '', true)]);
  });
});
