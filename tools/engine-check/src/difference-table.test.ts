import { addressOf, differenceTable, ignoredLines } from './difference-table';

const file = (stack: string) => `dev/cdktf.out/stacks/${stack}/cdk.tf.json`;

describe('addressOf', () => {
  it.each([
    [['resource', 'aws_iam_role', 'api', 'tags', 'env'], 'aws_iam_role.api', 'tags.env'],
    [['data', 'aws_region', 'here', 'name'], 'data.aws_region.here', 'name'],
    [['provider', 'aws', 0, 'region'], 'provider', 'aws[0].region'],
    [['terraform', 'required_version'], 'terraform', 'required_version'],
    [[], 'the file', ''],
  ])('splits %j', (path, where, attribute) => {
    expect(addressOf(path)).toEqual({ where, attribute });
  });
});

describe('differenceTable', () => {
  it('has one row for the same difference in several stacks', () => {
    const version = { path: ['terraform', 'version'], before: '5', after: '6' };

    expect(
      differenceTable([
        { file: file('dev-api'), ...version },
        { file: file('dev-identity'), ...version },
        { file: file('dev-api'), path: ['resource', 'aws_iam_role', 'api', 'name'], before: 'a|b' },
      ]),
    ).toBe(
      [
        '| where            | attribute | before   | after  | in                    |',
        '| ---------------- | --------- | -------- | ------ | --------------------- |',
        '| terraform        | version   | `"5"`    | `"6"`  | dev-api, dev-identity |',
        '| aws_iam_role.api | name      | `"a\\|b"` | absent | dev-api               |',
      ].join('\n'),
    );
  });

  it('shortens long values', () => {
    const rows = differenceTable([{ file: file('dev-api'), path: ['x'], before: 'y'.repeat(500), after: 1 }]);

    expect(rows).toContain('yyy…`');
    expect(rows.length).toBeLessThan(500);
  });
});

describe('ignoredLines', () => {
  it('names every field that was not compared and what stood there', () => {
    const ignored = [{ file: file('dev-api'), path: ['//', 'metadata', 'version'], before: '1', after: '2' }];

    expect(ignoredLines({ files: 3, differences: [], ignored }).split('\n')).toEqual([
      '3 files compared by value. May differ, and nothing else:',
      '',
      '- `cdk.tf.json`, `//.metadata.version`, the version of the engine: `1` → `2` in 1 files',
      '- `manifest.json`, `version`, the version of the engine: the same everywhere',
    ]);
  });
});
