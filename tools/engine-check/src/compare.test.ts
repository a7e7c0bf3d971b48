import { cpSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { folderWith } from '../testing/folder';
import { compareSynthesized } from './compare';
import { EngineCheckError } from './errors';

const stackFile = 'dev/cdktf.out/stacks/dev-api/cdk.tf.json';

const stack = (version: string, more: object = {}) => ({
  '//': { metadata: { stackName: 'dev-api', version } },
  ...more,
});

const compareStacks = (before: object, after: object) =>
  compareSynthesized(folderWith({ [stackFile]: before }), folderWith({ [stackFile]: after }));

describe('compareSynthesized', () => {
  it('finds the same JSON identical, whatever its layout and the order of its keys', () => {
    const before = folderWith({ [stackFile]: '{"a": [\n], "b": {"c": 1, "d": {}}}' });
    const after = folderWith({ [stackFile]: '{"b": {"d": {}, "c": 1}, "a": []}' });

    expect(compareSynthesized(before, after)).toEqual({ files: 1, differences: [], ignored: [] });
  });

  it("ignores the engine's version in stacks and manifests, and says what it was", () => {
    const files = (version: string) => ({
      [stackFile]: stack(version),
      'dev/cdktf.out/manifest.json': { version, stacks: {} },
    });

    const { differences, ignored } = compareSynthesized(
      folderWith(files('0.21.0')),
      folderWith(files('0.24.0')),
    );

    expect(differences).toEqual([]);
    expect(ignored).toEqual([
      { file: 'dev/cdktf.out/manifest.json', path: ['version'], before: '0.21.0', after: '0.24.0' },
      { file: stackFile, path: ['//', 'metadata', 'version'], before: '0.21.0', after: '0.24.0' },
    ]);
  });

  it('fails when any other version differs', () => {
    const aws = (version: string) => stack('1', { terraform: { required_providers: { aws: { version } } } });

    expect(compareStacks(aws('5.100.0'), aws('6.25.0')).differences).toEqual([
      {
        file: stackFile,
        path: ['terraform', 'required_providers', 'aws', 'version'],
        before: '5.100.0',
        after: '6.25.0',
      },
    ]);
  });

  it.each([
    ['an attribute comes', { a: 1 }, { a: 1, b: null }, [{ path: ['b'], after: null }]],
    ['an attribute goes', { a: 1, b: 2 }, { a: 1 }, [{ path: ['b'], before: 2 }]],
    ['a number becomes text', { a: 1 }, { a: '1' }, [{ path: ['a'], before: 1, after: '1' }]],
    ['a list gets longer', { a: ['x'] }, { a: ['x', 'y'] }, [{ path: ['a', 1], after: 'y' }]],
    ['a list becomes an object', { a: [] }, { a: {} }, [{ path: ['a'], before: '[]', after: '{}' }]],
    [
      'a key holds a dot',
      { 'a.b': 1 },
      { a: { b: 1 } },
      [
        { path: ['a.b'], before: 1 },
        { path: ['a', 'b'], after: 1 },
      ],
    ],
  ])('fails when %s', (_, before, after, found) => {
    expect(compareStacks(before, after).differences).toEqual(
      found.map((each) => ({ file: stackFile, ...each })),
    );
  });

  it('fails when a file is gone or new', () => {
    const before = folderWith({ [stackFile]: {}, 'qa/cdktf.out/stacks/qa-api/cdk.tf.json': {} });
    const after = folderWith({ [stackFile]: {}, 'dev/cdktf.out/stacks/dev-more/cdk.tf.json': {} });

    expect(compareSynthesized(before, after).differences).toEqual([
      { file: 'dev/cdktf.out/stacks/dev-more/cdk.tf.json', path: [], after: 'the file' },
      { file: 'qa/cdktf.out/stacks/qa-api/cdk.tf.json', path: [], before: 'the file' },
    ]);
  });

  it('fails when an asset has other bytes', () => {
    const asset = 'dev/cdktf.out/stacks/dev-api/assets/api/1/api.zip';
    const before = folderWith({ [stackFile]: {}, [asset]: 'one' });
    const after = folderWith({ [stackFile]: {}, [asset]: 'two' });

    expect(compareSynthesized(before, after).differences).toMatchObject([{ file: asset, path: [] }]);
  });

  it('fails when the second synthesis wrote nothing', () => {
    const { differences } = compareSynthesized(folderWith({ [stackFile]: {} }), folderWith({}));

    expect(differences).toEqual([{ file: stackFile, path: [], before: 'the file' }]);
  });

  it('fails when the first synthesis wrote nothing, because two nothings prove nothing', () => {
    const empty = folderWith({ 'dev/main.ts': '' });

    expect(() => compareSynthesized(empty, empty)).toThrow(EngineCheckError);
    expect(() => compareSynthesized(join(empty, 'none'), empty)).toThrow(
      /expected synthesized stacks .* found none/,
    );
  });

  it('reads what was synthesized, not what lies around or what Terraform put there', () => {
    const more = { 'dev/main.ts': 'x', 'dev/cdktf.out/stacks/dev-api/.terraform.lock.hcl': 'x' };

    expect(
      compareSynthesized(folderWith({ [stackFile]: {} }), folderWith({ [stackFile]: {}, ...more })),
    ).toMatchObject({ files: 1, differences: [] });
  });

  it('finds any JSON identical with its copy', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (json) => {
        const folder = folderWith({ [`one/${stackFile}`]: json });
        cpSync(join(folder, 'one'), join(folder, 'two'), { recursive: true });
        return compareSynthesized(join(folder, 'one'), join(folder, 'two')).differences.length === 0;
      }),
      { numRuns: 25 },
    );
  });
});
