import { UserError } from '@gatehouse/cli-kit';
import { folderWith } from '../testing/folder';
import { compareSynthesized } from './compare';

const stackFile = 'dev/cdktf.out/stacks/dev-api/cdk.tf.json';

const compareStacks = (before: unknown, after: unknown) =>
  compareSynthesized(folderWith({ [stackFile]: before }), folderWith({ [stackFile]: after }));

describe('compareSynthesized', () => {
  it('finds the same JSON identical, whatever its layout, the order of its keys, and the version of the engine', () => {
    const files = (version: string, json: string) => ({
      [stackFile]: json,
      'dev/cdktf.out/manifest.json': { version, stacks: {} },
      'dev/main.ts': version,
      'dev/cdktf.out/stacks/dev-api/.terraform.lock.hcl': version,
    });
    const before = files('0.21.0', '{"a": [\n], "//": {"metadata": {"version": "0.21.0", "stackName": "api"}}}');
    const after = files('0.24.0', '{"//": {"metadata": {"stackName": "api", "version": "0.24.0"}}, "a": []}');

    expect(compareSynthesized(folderWith(before), folderWith(after))).toEqual([]);
  });

  it.each([
    ['an attribute comes', { a: 1 }, { a: 1, b: null }, 'b: absent -> null'],
    ['an attribute goes', { a: 1, b: 2 }, { a: 1 }, 'b: 2 -> absent'],
    ['a number becomes text', { a: 1 }, { a: '1' }, 'a: 1 -> "1"'],
    ['a list gets longer', { a: ['x'] }, { a: ['x', 'y'] }, 'a.1: absent -> "y"'],
    ['a list becomes an object', { a: [] }, { a: {} }, 'a: [] -> {}'],
    ['another version differs', { aws: { version: '5' } }, { aws: { version: '6' } }, 'aws.version: "5" -> "6"'],
  ])('finds that %s', (_, before, after, found) => {
    expect(compareStacks(before, after)).toEqual([`${stackFile}: ${found}`]);
  });

  it('finds files that are gone, new, or have other bytes', () => {
    const asset = 'dev/cdktf.out/stacks/dev-api/assets/api.zip';
    const before = folderWith({ [stackFile]: {}, [asset]: 'a', 'qa/cdktf.out/stacks/qa/cdk.tf.json': {} });
    const after = folderWith({ [stackFile]: {}, [asset]: 'b', 'dev/cdktf.out/stacks/more/cdk.tf.json': {} });

    expect(compareSynthesized(before, after)).toEqual([
      `${asset}: the file: "YQ==" -> "Yg=="`,
      'dev/cdktf.out/stacks/more/cdk.tf.json: added',
      'qa/cdktf.out/stacks/qa/cdk.tf.json: removed',
    ]);
  });

  it('fails when the first synthesis wrote nothing, because two nothings prove nothing', () => {
    const empty = folderWith({ 'dev/main.ts': '' });

    expect(() => compareSynthesized(empty, empty)).toThrow(UserError);
    expect(() => compareSynthesized('none', empty)).toThrow(/^none: expected synthesized stacks .* found none/);
  });
});
