import path from 'node:path';
import { workspaceWith } from '../../testing/workspace';
import { formatProblem } from '../problem';
import { readChain } from './chain';

function chainOf(files: Record<string, unknown>, first = 'a.json') {
  const directory = workspaceWith(files);
  const { problems, layers, ...rest } = readChain(path.join(directory, first), path.dirname(directory));
  return { ...rest, layers, sources: layers.map(({ source }) => source), text: problems.map(formatProblem) };
}

describe('readChain', () => {
  it('follows extends to any depth, most derived first', () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `f${index}.json`,
        index < 29 ? { extends: `./f${index + 1}.json`, depth: index } : { depth: index },
      ]),
    );
    const chain = chainOf(files, 'f0.json');
    expect(chain.text).toEqual([]);
    expect(chain.complete).toBe(true);
    expect(chain.sources).toEqual(Object.keys(files).map((name) => `environments/${name}`));
    expect(chain.layers.map(({ source }) => path.basename(source))).toEqual(Object.keys(files));
  });

  it('keeps what a file says about itself out of the values', () => {
    const chain = chainOf({
      'a.json': { $schema: './schema.json', extends: './b.json', x: 1 },
      'b.json': {},
    });
    expect(chain.layers.map(({ value }) => value)).toEqual([{ x: 1 }, {}]);
  });

  it('reads a file that an editor began with a byte order mark', () => {
    expect(chainOf({ 'a.json': '\uFEFF{ "x": 1 }' }).layers[0]?.value).toEqual({ x: 1 });
  });

  it('resolves extends from the folder of the file that says it', () => {
    const chain = chainOf({ 'a.json': { extends: '../environments/./b.json' }, 'b.json': {} });
    expect(chain.sources).toEqual(['environments/a.json', 'environments/b.json']);
  });

  it('fails when a chain is a cycle, showing all of it', () => {
    const chain = chainOf({
      'a.json': { extends: './b.json' },
      'b.json': { extends: './c.json' },
      'c.json': '{\n  "extends": "./b.json"\n}',
    });
    expect(chain.complete).toBe(false);
    expect(chain.text).toEqual([
      [
        'environments/c.json:2:14  extends',
        '  expected  a chain of files that ends',
        '  found     a cycle: environments/a.json → environments/b.json → environments/c.json → environments/b.json',
        '  to do     Remove "extends" from one file of the cycle.',
      ].join('\n'),
    ]);
  });

  it('fails when a file extends itself', () => {
    expect(chainOf({ 'a.json': { extends: './a.json' } }).text[0]).toContain(
      'a cycle: environments/a.json → environments/a.json',
    );
  });

  it('fails when a parent does not exist, with the chain and the file that was perhaps meant', () => {
    const chain = chainOf({
      'a.json': { extends: './b.json' },
      'b.json': { extends: './bse.json' },
      'base.json': {},
    });
    expect(chain.text).toEqual([
      [
        'environments/b.json:2:14  extends',
        '  expected  the path of a file that exists',
        '  found     "./bse.json", which does not (environments/a.json → environments/b.json → environments/bse.json)',
        '  to do     Did you mean "./base.json"?',
      ].join('\n'),
    ]);
  });

  it('fails when a parent is a folder', () => {
    expect(chainOf({ 'a.json': { extends: '.' } }).text[0]).toContain('expected  the path of a file that exists');
  });

  it.each([[1], [['./b.json']], [null]])('fails when extends is %j', (parent) => {
    expect(chainOf({ 'a.json': { extends: parent } }).text[0]).toContain(
      'expected  the path of another environment file',
    );
  });
});
