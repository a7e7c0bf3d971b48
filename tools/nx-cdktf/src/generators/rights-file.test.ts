import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue, noRights, renewed } from '@gatehouse/rights';
import { FsTree } from 'nx/src/generators/tree';
import { copyRights, removeRights } from './rights-file';

const file = 'apps/bootstrap/rights.json';
const queue = { ...noRights, types: ['aws_sqs_queue'] };

let root: string;
let tree: FsTree;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gatehouse-rights-file-'));
  tree = new FsTree(root, false);
});
afterEach(() => rmSync(root, { recursive: true }));

const environments = () => (JSON.parse(tree.read(file, 'utf8') ?? '') as { environments: object }).environments;

describe('the rights of CI', () => {
  it('are those of the environment that a new one is made from, and go away with it', () => {
    tree.write(
      file,
      JSON.stringify(renewed({ environments: {}, types: {} }, { dev: queue, staging: noRights }, catalogue)),
    );

    copyRights(tree, 'dev', 'qa');
    expect(Object.entries(environments())).toEqual([
      ['dev', queue],
      ['qa', queue],
      ['staging', noRights],
    ]);
    removeRights(tree, 'qa');
    expect(Object.keys(environments())).toEqual(['dev', 'staging']);
  });

  it('are left alone where there are none', () => {
    copyRights(tree, 'dev', 'qa');
    expect(tree.exists(file)).toBe(false);
  });
});
