import { mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { workspaceWith } from '../testing/workspace';
import { findDirectory, listEnvironments } from './directory';

describe('listEnvironments', () => {
  it('lists what can be deployed, sorted, and not what exists to be extended', () => {
    const names = [
      'prod.json',
      'base.json',
      'eu.base.json',
      'bootstrap.json',
      'bootstrap.schema.json',
      'dev.json',
      'database.json',
      'README.md',
      'x.json.bak',
    ];
    const directory = workspaceWith(Object.fromEntries(names.map((name) => [name, {}])));
    expect(listEnvironments(directory)).toEqual(['database', 'dev', 'prod']);
  });

  it('fails when there is no such folder', () => {
    const directory = path.join(workspaceWith({}), 'gone');

    expect(() => listEnvironments(directory)).toThrow(
      `${directory}: expected the folder of the environment files, found no such folder.`,
    );
  });
});

describe('findDirectory', () => {
  it('finds the folder from any folder of the workspace', () => {
    const directory = workspaceWith({});
    const deep = path.join(directory, '../apps/dev/cdktf.out');
    mkdirSync(deep, { recursive: true });
    expect(findDirectory(deep)).toBe(directory);
  });

  it('fails when there is none', () => {
    const outside = realpathSync(tmpdir());
    expect(() => findDirectory(outside)).toThrow(`No folder "environments" with a schema.json in ${outside}`);
  });
});
