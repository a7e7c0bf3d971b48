import { bindingTable } from './binding-table';

const region = (type: string) => ({ type, change: 'new' as const, argument: 'region', ours: false });

describe('bindingTable', () => {
  it('begins with what concerns our stacks', () => {
    const differences = [
      region('aws_a'),
      { type: 'aws_b', change: 'removed' as const, argument: 'stage_name', ours: true },
      { type: 'aws_c', change: 'type is gone' as const, argument: '', ours: true },
    ];

    expect(bindingTable(differences)).toBe(
      [
        '| argument     | change       | of      | our stacks      |',
        '| ------------ | ------------ | ------- | --------------- |',
        '| `stage_name` | removed      | `aws_b` | **must change** |',
        '| all          | type is gone | `aws_c` | **must change** |',
        '| `region`     | new          | `aws_a` | stay            |',
      ].join('\n'),
    );
  });

  it('has one row for the same change of several types, and counts many', () => {
    const types = ['aws_a', 'aws_b', 'aws_c', 'aws_d', 'aws_e', 'aws_f'];

    expect(bindingTable(types.slice(0, 2).map(region))).toContain(
      '| `region` | new    | `aws_a`, `aws_b` | stay',
    );
    expect(bindingTable(types.map(region)).split('\n').slice(2)).toEqual([
      '| `region` | new    | 6 types | stay       |',
    ]);
  });
});
