import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { meaning } from './meaning';
import { orphanedStacks, orphanedStates } from './orphaned-states';

describe('what an app says to Terraform', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'gatehouse-meaning-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function app(name: string, content: object, dependencies: string[] = []): string {
    const output = join(root, name, 'cdktf.out');
    mkdirSync(join(output, 'stacks/dev-api'), { recursive: true });
    const other = { name: 'dev-identity', workingDirectory: 'stacks/dev-api', dependencies: [] };
    const stack = { name: 'dev-api', workingDirectory: 'stacks/dev-api', dependencies };
    const stacks = { 'dev-api': stack, ...(dependencies.length > 0 && { 'dev-identity': other }) };
    writeFileSync(join(output, 'manifest.json'), JSON.stringify({ stacks }));
    writeFileSync(join(output, 'stacks/dev-api/cdk.tf.json'), JSON.stringify(content));
    return join(root, name);
  }

  it.each([
    ['comments', { '//': { metadata: {} }, a: [{ '//': 'construct/path', b: 1 }] }, { a: [{ b: 1 }] }],
    ['the order of keys', { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }],
  ])('does not depend on %s', (_what, left, right) => {
    expect(meaning(app('left', left))).toBe(meaning(app('right', right)));
  });

  it.each([
    ['a value', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }],
    ['the order of a list', { a: [1, 2] }, { a: [2, 1] }],
    ['a key', { a: 1 }, { a: 1, b: null }],
  ])('depends on %s', (_what, left, right) => {
    expect(meaning(app('left', left))).not.toBe(meaning(app('right', right)));
  });

  it('depends on the order of stacks, which is the order of applying them', () => {
    expect(meaning(app('left', {}))).not.toBe(meaning(app('right', {}, ['dev-identity'])));
  });

  it('tells where the state is', () => {
    const s3 = { bucket: 'states', key: 'dev/api.tfstate', region: 'eu-west-1' };

    expect(orphanedStates(app('left', { terraform: { backend: { s3 } } }))).toEqual(['s3://states/dev/api.tfstate']);
    expect(orphanedStates(app('right', { terraform: { backend: { local: {} } } }))).toEqual(['the backend of dev-api']);
  });

  it('tells which stack is there no more, by its state and not by its name', () => {
    const at = (key: string): object => ({ terraform: { backend: { s3: { bucket: 'states', key } } } });
    const base = app('base', at('dev/api.tfstate'));

    expect(orphanedStacks(base, app('here', at('dev/web.tfstate')))).toEqual([
      { stack: 'dev-api', states: ['s3://states/dev/api.tfstate'] },
    ]);
    expect(orphanedStacks(base, app('same', at('dev/api.tfstate')))).toEqual([]);
  });
});
